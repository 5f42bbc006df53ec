import { exigerPortee } from "@coordination/server-kit";
import { Arg, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import { PORTEE_LIRE } from "../acces/session.ts";
import { CandidatsProfessionnels, CandidatsStructures } from "../candidat/candidat.type.ts";
import type { Contexte } from "../contexte.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import type { LigneDossier } from "../dossier/dossier.repository.ts";
import { Parcours } from "../dossier/dossier.type.ts";
import { AjouterBesoinInput, ModifierBesoinInput } from "./besoin.input.ts";
import { Besoin } from "./besoin.type.ts";
import { CriteresBesoinInput } from "./criteres.input.ts";
import type { CriteresBesoin } from "./criteres.type.ts";
import { exigerCriteres } from "./criteres-admis.ts";
import { ajouterBesoin, modifierBesoin } from "./ecrire-besoin.action.ts";
import { libelleDuBesoin } from "./libelle-besoin.rule.ts";

@Resolver(() => Besoin)
export class BesoinResolver {
  @Query(() => Besoin, {
    nullable: true,
    description:
      "Simule le classement sans rien écrire : mêmes critères, même réponse qu'un besoin enregistré, à ceci près que personne ne suit encore la personne.",
  })
  async simulerBesoin(
    @Arg("criteres", () => CriteresBesoinInput, { description: "Ce que l'on cherche, pour qui, où et quand." })
    saisie: CriteresBesoinInput,
    @Ctx() { acteur, identifiants, communesConnues }: Contexte,
  ): Promise<Besoin> {
    exigerPortee(acteur, PORTEE_LIRE);
    const criteres = await exigerCriteres(saisie, { communesConnues });
    return besoinSimule(await identifiants.encoder(criteres), criteres);
  }

  @Query(() => Besoin, { nullable: true, description: "Un besoin ; nul quand il n'existe pas ou a expiré." })
  besoin(
    @Arg("id", () => ID, { description: "Identifiant d'un besoin, simulé, d'un dossier ou hors dossier." }) id: string,
    @Ctx() contexte: Contexte,
  ) {
    return resoudreBesoin({ id }, contexte);
  }

  @Mutation(() => Besoin, {
    description:
      "Ajoute un besoin à un dossier, ou hors dossier : une CPTS, une MSP ou un professionnel oriente sans passer par le DAC.",
  })
  ajouterBesoin(
    @Arg("input", () => AjouterBesoinInput, { description: "Le besoin." }) input: AjouterBesoinInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<Besoin> {
    return ajouterBesoin(contexte, input, { cle, aBlanc });
  }

  @Mutation(() => Besoin, { description: "Change un besoin d'un dossier ouvert, ou hors dossier." })
  modifierBesoin(
    @Arg("input", () => ModifierBesoinInput, { description: "Ce qui change." }) input: ModifierBesoinInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<Besoin> {
    return modifierBesoin(contexte, input, { cle, aBlanc });
  }

  @FieldResolver(() => Parcours, {
    nullable: true,
    description: "Son dossier ; nul hors dossier (`usager` porte alors la personne) et pour un besoin simulé.",
  })
  parcours(@Root() { dossierId }: Besoin, @Ctx() { loaders }: Contexte): Promise<LigneDossier | null> | null {
    return dossierId === undefined ? null : loaders.dossierById.load(dossierId);
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
  { acteur, identifiants, loaders }: Contexte,
): Promise<Besoin | null> {
  exigerPortee(acteur, PORTEE_LIRE);
  const { id } = reference;
  if (typeof id !== "string") return null;
  if (estIdentifiant(id)) {
    const besoin = await loaders.besoinById.load(id);
    return besoin === null ? null : { ...reference, ...besoin };
  }
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
