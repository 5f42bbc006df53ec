import { saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { requireSituation, structuresDe } from "../declaration/cible.ts";
import { dater } from "../declaration/declaration.repository.ts";
import { declarerUneFois } from "../declaration/declarer-une-fois.ts";
import { exigerDeclarant, exigerDroit } from "../declaration/droit.ts";
import { exigerSource, exigerTexte } from "../declaration/saisie.ts";
import type { ContactProfessionnelInput, DeclarerContactsInput } from "./contact.input.ts";
import { remplacerContacts } from "./contact.repository.ts";
import { defautDuContact } from "./contact.rule.ts";

const CONTACTS_MAXIMUM = 20;

/** Declares how to reach an activity: its person, its structure or a group of the person may. Returns the activity's id. */
export async function declarerContacts(contexte: Contexte, input: DeclarerContactsInput, cle: string): Promise<string> {
  exigerDeclarant(contexte);
  const contacts = lire(input.contacts);
  const source = exigerSource(input.source);
  const { professionnel, situation } = await requireSituation(contexte, input.situationId);
  await exigerDroit(contexte, { declaration: "CONTACT", professionnel, structures: structuresDe([situation]) });
  return declarerUneFois(contexte, { operation: "declarerContacts", cle, input }, async (tx) => {
    await remplacerContacts(tx, situation.id, contacts, source);
    await dater(tx, "situation", situation.id);
    return situation.id;
  });
}

/** Checks the contacts, each named once. Throws BAD_USER_INPUT naming the one that is wrong. */
function lire(donnes: readonly ContactProfessionnelInput[]): ContactProfessionnelInput[] {
  if (donnes.length > CONTACTS_MAXIMUM) {
    throw saisieInvalide("input.contacts", `Une activité a ${CONTACTS_MAXIMUM} contacts déclarés au plus.`);
  }
  const lus = donnes.map(({ canal, valeur, diffusion }, rang) => {
    const contact = { canal, valeur: exigerTexte(`input.contacts[${rang}].valeur`, valeur), diffusion };
    const defaut = defautDuContact(contact);
    if (defaut !== null) throw saisieInvalide(`input.contacts[${rang}].${defaut.champ}`, defaut.phrase);
    return contact;
  });
  return [...new Map(lus.map((contact) => [`${contact.canal} ${contact.valeur}`, contact])).values()];
}
