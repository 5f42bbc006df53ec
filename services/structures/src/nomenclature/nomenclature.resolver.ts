import { developperCodes, findListe, listes } from "@coordination/referentiels";
import { saisieInvalide } from "@coordination/server-kit";
import { Arg, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Nomenclature, ValeurDeNomenclature } from "./nomenclature.type.ts";

const RECHERCHE_MAXIMUM = 200;

@Resolver(() => Nomenclature)
export class NomenclatureResolver {
  @Query(() => [Nomenclature], {
    description: "Les listes de codes de l'annuaire, chacune avec sa version et sa source.",
  })
  @Directive("@listSize(assumedSize: 12)")
  nomenclatures(): Nomenclature[] {
    return listes.map(({ nomenclature }) => nomenclature);
  }

  @Query(() => Nomenclature, { nullable: true, description: "Une liste de codes, par son nom court." })
  nomenclature(@Arg("code", () => ID, { description: "TRE_R66, FINESS_AGREGAT…" }) code: string): Nomenclature | null {
    return findListe(code)?.nomenclature ?? null;
  }

  @FieldResolver(() => [ValeurDeNomenclature], {
    description: "Ses codes, les plus proches de la recherche d'abord ; tous, par libellé, sans elle.",
  })
  @Directive("@listSize(assumedSize: 100)")
  valeurs(
    @Root() { code }: Nomenclature,
    @Arg("recherche", () => String, {
      nullable: true,
      description:
        "Les mots du libellé, entiers ou commencés, dans n'importe quel ordre, sans accents ni casse, ou le code ; une faute n'est pardonnée que si rien n'est écrit ainsi.",
    })
    recherche: string | null,
  ): ValeurDeNomenclature[] {
    const demandee = recherche ?? "";
    if (demandee.length > RECHERCHE_MAXIMUM)
      throw saisieInvalide("recherche", `La recherche ne dépasse pas ${RECHERCHE_MAXIMUM} caractères.`);
    const trouvees = findListe(code)?.rechercher(demandee) ?? [];
    return trouvees.map((valeur) => ({
      code: valeur.code,
      libelle: valeur.libelle,
      finLe: valeur.finLe ?? null,
      comprend: developperCodes([valeur.code]).filter((compris) => compris !== valeur.code),
    }));
  }
}
