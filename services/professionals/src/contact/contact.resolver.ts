import { estProfessionnel } from "@coordination/server-kit";
import { PointContact } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { BoiteAuxLettres } from "../boite-aux-lettres/boite-aux-lettres.type.ts";
import type { Contexte } from "../context.ts";
import { CLE_IDEMPOTENCE } from "../declaration/cle-idempotence.ts";
import type { LigneSituation } from "../situation/situation.repository.ts";
import { SituationExercice } from "../situation/situation.type.ts";
import { DeclarerContactsInput } from "./contact.input.ts";
import { contactsPublies } from "./contacts-publies.ts";
import { declarerContacts } from "./declarer-contacts.action.ts";

/** How to reach an activity: what its file publishes, what was declared, and its secure boxes. */
@Resolver(() => SituationExercice)
export class ContactResolver {
  @Mutation(() => SituationExercice, {
    description: "Déclare les contacts d'une activité que le répertoire ne donne pas ; ils remplacent les précédents.",
  })
  async declarerContacts(
    @Arg("input", () => DeclarerContactsInput, { description: "La déclaration." }) input: DeclarerContactsInput,
    @Arg("cleIdempotence", () => ID, CLE_IDEMPOTENCE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneSituation | null> {
    return contexte.loaders.situationById.load(await declarerContacts(contexte, input, cleIdempotence));
  }

  @FieldResolver(() => [PointContact], {
    description:
      "Contacts publiés par le répertoire, puis déclarés ; ceux de diffusion PROFESSIONNELLE aux seuls professionnels authentifiés.",
  })
  @Directive("@listSize(assumedSize: 4)")
  async contacts(@Root() situation: LigneSituation, @Ctx() { loaders, appel }: Contexte): Promise<PointContact[]> {
    const declares = await loaders.contactsBySituation.load(situation.id);
    const montres = estProfessionnel(appel.acteur)
      ? declares
      : declares.filter(({ diffusion }) => diffusion === "PUBLIQUE");
    return [...contactsPublies(situation), ...montres];
  }

  @FieldResolver(() => [BoiteAuxLettres], {
    nullable: true,
    description: "Boîtes MSSanté, hors liste rouge ; réservées aux professionnels authentifiés, nul pour les autres.",
  })
  @Directive("@listSize(assumedSize: 2)")
  async boitesAuxLettres(
    @Root() { professionnelId, structureId }: LigneSituation,
    @Ctx() { loaders, appel }: Contexte,
  ): Promise<BoiteAuxLettres[] | null> {
    return estProfessionnel(appel.acteur) ? loaders.boitesByTitulaire.load({ professionnelId, structureId }) : null;
  }
}
