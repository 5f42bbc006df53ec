import { exigerPortee, saisieInvalide } from "@coordination/server-kit";
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { CandidatsProfessionnels, CandidatsStructures } from "../candidat/candidat.type.ts";
import type { Contexte } from "../contexte.ts";
import { Besoin } from "./besoin.type.ts";
import { CriteresBesoinInput } from "./criteres.input.ts";
import type { CriteresBesoin } from "./criteres.type.ts";
import { libelleDuBesoin } from "./libelle-besoin.rule.ts";
import { normaliserCriteres } from "./normaliser-criteres.rule.ts";
import { controlerCriteres } from "./saisie-criteres.rule.ts";

const PORTEE_LECTURE = "parcours:lire";

@Resolver(() => Besoin)
export class BesoinResolver {
  @Query(() => Besoin, {
    nullable: true,
    description: "Simule le classement sans rien écrire : mêmes critères, même réponse qu'un besoin enregistré.",
  })
  async simulerBesoin(
    @Arg("criteres", () => CriteresBesoinInput, { description: "Ce que l'on cherche, pour qui, où et quand." })
    saisie: CriteresBesoinInput,
    @Ctx() { acteur, identifiants, communesConnues }: Contexte,
  ): Promise<Besoin> {
    exigerPortee(acteur, PORTEE_LECTURE);
    const fausse = controlerCriteres(saisie);
    if (fausse !== null) throw saisieInvalide(fausse.champ, fausse.explication);
    if (!(await communesConnues.load(saisie.codeInsee))) {
      throw saisieInvalide("criteres.codeInsee", "Aucune commune ne porte ce code INSEE.");
    }
    const criteres = normaliserCriteres(saisie);
    return besoinSimule(await identifiants.encoder(criteres), criteres);
  }

  @Query(() => Besoin, { nullable: true, description: "Un besoin ; nul quand il n'existe pas ou a expiré." })
  besoin(
    @Arg("id", () => ID, { description: "Identifiant rendu par `simulerBesoin`." }) id: string,
    @Ctx() contexte: Contexte,
  ) {
    return resoudreBesoin({ id }, contexte);
  }

  @FieldResolver(() => CandidatsProfessionnels, {
    nullable: true,
    description: "Les professionnels les mieux placés ; nul quand la recherche a échoué.",
  })
  @Directive("@external")
  candidatsProfessionnels(
    @Root() besoin: Besoin,
    @Arg("premiers", () => Int, { defaultValue: 200, description: "Combien au plus." }) _premiers: number,
    @Arg("ecartes", () => Boolean, { defaultValue: false, description: "Rendre aussi les écartés." }) _ecartes: boolean,
  ): CandidatsProfessionnels | null {
    return besoin.candidatsProfessionnels ?? null;
  }

  @FieldResolver(() => CandidatsStructures, {
    nullable: true,
    description: "Les structures les mieux placées ; nul quand la recherche a échoué.",
  })
  @Directive("@external")
  candidatsStructures(
    @Root() besoin: Besoin,
    @Arg("premiers", () => Int, { defaultValue: 200, description: "Combien au plus." }) _premiers: number,
    @Arg("ecartes", () => Boolean, { defaultValue: false, description: "Rendre aussi les écartés." }) _ecartes: boolean,
  ): CandidatsStructures | null {
    return besoin.candidatsStructures ?? null;
  }
}

/**
 * A need by its identifier, with whatever the gateway brought for `propositions`.
 * Null when the identifier is forged, truncated, expired or of another version; throws for an actor without the right.
 */
export async function resoudreBesoin(
  reference: Readonly<Record<string, unknown>>,
  { acteur, identifiants }: Contexte,
): Promise<Besoin | null> {
  exigerPortee(acteur, PORTEE_LECTURE);
  const { id } = reference;
  if (typeof id !== "string") return null;
  const criteres = await identifiants.decoder(id);
  return criteres === null ? null : { ...reference, ...besoinSimule(id, criteres) };
}

const besoinSimule = (id: string, criteres: CriteresBesoin): Besoin => ({
  id,
  version: 1,
  libelle: libelleDuBesoin(criteres),
  statut: "OUVERT",
  criteres,
});
