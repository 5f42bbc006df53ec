import { decoderCurseur, empreinteDeRequete, enPage, exigerFirst, saisieInvalide } from "@coordination/server-kit";
import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { lireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import { referenceVoulue } from "../reference/reference.rule.ts";
import { type BoiteVoulue, countBoite, type FinDePage, finDePage, findBoite } from "./boite.repository.ts";
import { OrientationFiltre } from "./orientation.input.ts";
import { OrientationConnection, SensOrientation } from "./orientation.type.ts";

@Resolver()
export class BoiteResolver {
  @Query(() => OrientationConnection, {
    description:
      "Ce que j'ai reçu, ou ce que mon équipe, ma structure ou moi avons émis : le plus urgent d'abord, puis le plus ancien.",
  })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])')
  async boiteOrientations(
    @Arg("sens", () => SensOrientation, { description: "Reçues ou émises." }) sens: SensOrientation,
    @Arg("filtre", () => OrientationFiltre, { nullable: true, description: "Lesquelles." })
    filtre: OrientationFiltre | null,
    @Arg("first", () => Int, { description: "Nombre d'orientations, de 1 à 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de la page précédente." }) after: string | null,
    @Ctx() { database, acteur, maintenant }: Contexte,
  ): Promise<OrientationConnection> {
    exigerFirst(first);
    const voulue: BoiteVoulue = {
      sens,
      statuts: filtre?.statuts ?? null,
      urgences: filtre?.urgences ?? null,
      enRetard: filtre?.enRetard ?? null,
      structureId: filtre?.structureId ?? null,
      modifieeDepuis: filtre?.modifieeDepuis?.toISOString() ?? null,
      reference: referenceVoulue(filtre?.referenceExterne, acteur),
    };
    const empreinte = empreinteDeRequete({ boite: acteur?.sub, ...voulue });
    const apres = lireCles(decoderCurseur(after, empreinte));
    const lignes = await lireEnTantQue(database, acteur, (sql) =>
      findBoite(sql, voulue, { apres, limite: first + 1, maintenant }),
    );
    const page = enPage(lignes, { first, after, empreinte, cles: (ligne) => finDePage(voulue, ligne) });
    return { ...page, compter: () => lireEnTantQue(database, acteur, (sql) => countBoite(sql, voulue, maintenant)) };
  }
}

@Resolver(() => OrientationConnection)
export class OrientationConnectionResolver {
  @FieldResolver(() => Int, { description: "Nombre d'orientations de la liste." })
  totalCount(@Root() { compter }: OrientationConnection): Promise<number> {
    return compter();
  }
}

function lireCles(cles: readonly unknown[] | null): FinDePage | null {
  if (cles === null) return null;
  const [rang, instant, id] = cles;
  const conformes =
    typeof rang === "number" &&
    Number.isInteger(rang) &&
    typeof instant === "string" &&
    !Number.isNaN(Date.parse(instant)) &&
    typeof id === "string" &&
    estIdentifiant(id);
  if (!conformes) throw saisieInvalide("after", "Ce curseur ne vient pas de cette recherche.");
  return [rang, instant, id];
}
