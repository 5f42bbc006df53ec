import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import type { Personne } from "../eligibilite/faits.ts";
import { findPossibilites, type Possibilite } from "../possibilite/possibilite.ts";
import { PossibiliteDelegation } from "../possibilite/possibilite.type.ts";
import { Besoin, type ProfilPatient } from "./besoin.type.ts";

const CE_QU_IL_FAUT_SAVOIR =
  "criteres { codeInsee actes rayonKm urgence profil { age ageMois sexe criteresCliniques { code present } } }";

@Resolver(() => Besoin)
export class BesoinResolver {
  @FieldResolver(() => [PossibiliteDelegation], {
    nullable: true,
    description:
      "Ce qu'une autre profession peut faire, sous quel texte, avec qui ici ; le NON et l'INCONNU sont rendus avec leurs " +
      "raisons. Vide pour une urgence vitale. Nul quand la recherche a échoué.",
  })
  @Directive(`@requires(fields: "${CE_QU_IL_FAUT_SAVOIR}")`)
  @Directive("@cost(weight: 10)")
  @Directive("@listSize(assumedSize: 5)")
  async possibilites(@Root() { criteres }: Besoin, @Ctx() contexte: Contexte): Promise<Possibilite[]> {
    const { codeInsee, urgence, actes, rayonKm, profil } = criteres;
    if (urgence === "VITALE" || actes.length === 0) return [];
    // A commune that we do not know yet still has a département: texts are judged, no team can be said near.
    const lieu = (await contexte.loaders.lieuByCommune.load(codeInsee)) ?? { codeInsee, position: null };
    return findPossibilites(contexte, actes, {
      personne: lirePersonne(profil),
      le: contexte.aujourdhui,
      lieu,
      rayonKm,
    });
  }
}

const lirePersonne = ({ age, ageMois, sexe, criteresCliniques }: ProfilPatient): Personne => ({
  age: age ?? null,
  ageMois: ageMois ?? null,
  sexe: sexe ?? null,
  criteres: criteresCliniques.map(({ code, present }) => ({ code, present })),
});
