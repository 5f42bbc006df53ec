import { saisieInvalide } from "@coordination/server-kit";
import { estCanalProfessionnel } from "../contact/diffusion.rule.ts";
import type { Contexte } from "../context.ts";
import type { Structure } from "../structure/structure.type.ts";
import type {
  AssistantsMedicauxInput,
  MettreAJourStructureInput,
  PointContactInput,
  PredecesseurInput,
  SiteInput,
  SoinsNonProgrammesInput,
} from "./mise-a-jour.input.ts";
import { lirePlages } from "./plages.ts";
import { bornee, exigerCommune, exigerCommunes, exigerType, jourPasse, texte, texteOuNul, textes } from "./saisie.ts";

/**
 * What its own people say of a structure, every field checked before anything is written; a field that is not there
 * changes nothing. Throws BAD_USER_INPUT naming the field.
 */
export async function lireMiseAJour(
  input: MettreAJourStructureInput,
  structure: Structure,
  contexte: Contexte,
): Promise<MettreAJourStructureInput> {
  exigerFaitsDuType(input, structure);
  if (input.horaires) lirePlages("input.horaires", input.horaires);
  return {
    ...input,
    source: texte("input.source", input.source),
    contacts: input.contacts ? lireContacts(input.contacts) : null,
    soinsNonProgrammes: input.soinsNonProgrammes ? lireSoinsNonProgrammes(input.soinsNonProgrammes) : null,
    assistantsMedicaux: input.assistantsMedicaux ? lireAssistants(input.assistantsMedicaux) : null,
    zoneIntervention: input.zoneIntervention
      ? await exigerCommunes("input.zoneIntervention", input.zoneIntervention, contexte)
      : null,
    sites: input.sites ? await lireSites(input.sites, contexte) : null,
    predecesseurs: input.predecesseurs ? lirePredecesseurs(input.predecesseurs, contexte) : null,
  };
}

function exigerFaitsDuType(input: MettreAJourStructureInput, structure: Structure): void {
  if (input.colleges) exigerType("input.colleges", structure, ["DAC"], "des collèges de gouvernance");
  if (input.publicsPrioritaires)
    exigerType("input.publicsPrioritaires", structure, ["MEDICOBUS"], "des publics prioritaires");
  if (input.gestionnaire) exigerType("input.gestionnaire", structure, ["CENTRE_DE_SANTE"], "un gestionnaire de centre");
  if (input.profilActivite)
    exigerType("input.profilActivite", structure, ["CENTRE_DE_SANTE"], "un profil d'activité de centre");
}

const FORMES: Readonly<Record<"TELEPHONE" | "ADRESSE" | "LIEN", { conforme: RegExp; phrase: string }>> = {
  TELEPHONE: { conforme: /^\+?\d{2,15}$/, phrase: "Un numéro de téléphone compte de 2 à 15 chiffres." },
  ADRESSE: { conforme: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, phrase: "Une adresse s'écrit « nom@domaine »." },
  LIEN: { conforme: /^https?:\/\/[^\s/]+\.\S+$/, phrase: "Un lien commence par « https:// »." },
};

const formeDe = (canal: PointContactInput["canal"]): keyof typeof FORMES => {
  if (canal === "TELEPHONE") return "TELEPHONE";
  return canal === "SITE_WEB" || canal === "PRISE_DE_RENDEZ_VOUS" ? "LIEN" : "ADRESSE";
};

function lireContacts(contacts: readonly PointContactInput[]): PointContactInput[] {
  const lus = bornee("input.contacts", contacts).map((contact, rang) => {
    const champ = `input.contacts[${rang}]`;
    const { conforme, phrase } = FORMES[formeDe(contact.canal)];
    const brute = texte(`${champ}.valeur`, contact.valeur);
    const valeur = contact.canal === "TELEPHONE" ? brute.replaceAll(/[\s.-]/g, "") : brute;
    if (!conforme.test(valeur)) throw saisieInvalide(`${champ}.valeur`, phrase);
    if (contact.diffusion === "PUBLIQUE" && estCanalProfessionnel(contact.canal))
      throw saisieInvalide(`${champ}.diffusion`, "Une messagerie sécurisée n'est montrée qu'aux professionnels.");
    return { ...contact, valeur };
  });
  exigerDistincts(
    "input.contacts",
    lus.map(({ canal, valeur }) => `${canal} ${valeur}`),
  );
  return lus;
}

function lireSoinsNonProgrammes(soins: SoinsNonProgrammesInput): SoinsNonProgrammesInput {
  lirePlages("input.soinsNonProgrammes.plages", soins.plages);
  return { ...soins, graviteMax: texteOuNul("input.soinsNonProgrammes.graviteMax", soins.graviteMax) };
}

function lireAssistants({ nombre, etp, missions }: AssistantsMedicauxInput): AssistantsMedicauxInput {
  const champ = "input.assistantsMedicaux";
  if (nombre < 0) throw saisieInvalide(`${champ}.nombre`, "Ce nombre ne peut pas être négatif.");
  if ((etp ?? 0) < 0) throw saisieInvalide(`${champ}.etp`, "Ce nombre ne peut pas être négatif.");
  return { nombre, etp: etp ?? null, missions: textes(`${champ}.missions`, missions) };
}

async function lireSites(sites: readonly SiteInput[], contexte: Contexte): Promise<SiteInput[]> {
  const champ = "input.sites";
  await Promise.all(
    bornee(champ, sites).map(({ codeInsee }, rang) =>
      exigerCommune(`${champ}[${rang}].codeInsee`, codeInsee, contexte),
    ),
  );
  const second = sites.findLastIndex(({ nature }) => nature === "PRINCIPAL");
  if (second !== sites.findIndex(({ nature }) => nature === "PRINCIPAL"))
    throw saisieInvalide(`${champ}[${second}].nature`, "Une structure a un seul site principal.");
  return sites.map((site, rang) => ({
    ...site,
    nom: texteOuNul(`${champ}[${rang}].nom`, site.nom),
    adresse: texteOuNul(`${champ}[${rang}].adresse`, site.adresse),
  }));
}

function lirePredecesseurs(predecesseurs: readonly PredecesseurInput[], contexte: Contexte): PredecesseurInput[] {
  const champ = "input.predecesseurs";
  const lus = bornee(champ, predecesseurs).map(({ nom, type, finess, jusquAu }, rang) => ({
    nom: texte(`${champ}[${rang}].nom`, nom),
    type: texte(`${champ}[${rang}].type`, type),
    finess: finess ?? null,
    jusquAu: jourPasse(`${champ}[${rang}].jusquAu`, jusquAu ?? null, contexte),
  }));
  exigerDistincts(
    champ,
    lus.map(({ nom }) => nom),
  );
  return lus;
}

function exigerDistincts(champ: string, cles: readonly string[]): void {
  const double = cles.findIndex((cle, rang) => cles.indexOf(cle) < rang);
  if (double >= 0) throw saisieInvalide(`${champ}[${double}]`, "Cet élément est donné deux fois.");
}
