import type { Sql } from "@coordination/database";
import { saisieInvalide } from "@coordination/server-kit";
import type { ActeurEcrit } from "../acces/acteur-ecrit.ts";
import { type LigneBesoin, requireBesoin } from "../besoin/besoin-du-dossier.repository.ts";
import { exigerBesoinVu } from "../besoin/besoin-vu.ts";
import type { RecueillirConsentementHorsDossierInput } from "../consentement/consentement.type.ts";
import { exigerParole, recueillir, retirerParole } from "../consentement/consentir.action.ts";
import type { Contexte } from "../contexte.ts";
import { agirSurLeBesoin, type Suite } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import { type ActionDossier, HORS_DOSSIER } from "../dossier/etats.ts";

/**
 * Writes down what the person of a need without a case said of sharing. A yes names its recipients: there is no circle to mean. Returns
 * the need. Throws as `recueillirConsentement`, BAD_USER_INPUT on a need of a case, NOT_FOUND for who does not hold it.
 */
export async function recueillirHorsDossier(
  contexte: Contexte,
  input: RecueillirConsentementHorsDossierInput,
  appel: Appel,
): Promise<LigneBesoin> {
  const champ = "input.besoinId";
  const besoin = await exigerBesoinVu(contexte, input.besoinId, champ);
  const parole = await exigerParole(contexte, input);
  if (parole.statut === "DONNE" && parole.nature !== "PERSONNE_HORS_D_ETAT" && parole.destinataires.length === 0) {
    throw saisieInvalide("input.destinataires", "Hors dossier, il n'y a pas de cercle : dites envers qui.");
  }
  const demande = { operation: "recueillirConsentementHorsDossier", action: "CONSENTIR", champ, input } as const;
  return surLeBesoin(contexte, besoin, { ...demande, ...appel }, (tx, dossierId, recueilliPar) =>
    recueillir(tx, { ...parole, dossierId, recueilliPar }),
  );
}

/** Withdraws it: the next read finds it gone. Returns the need. Throws as `recueillirHorsDossier`, NOT_FOUND for the consent. */
export async function retirerHorsDossier(
  contexte: Contexte,
  { besoinId, consentementId }: { readonly besoinId: string; readonly consentementId: string },
  appel: Appel,
): Promise<LigneBesoin> {
  const champ = "besoinId";
  const besoin = await exigerBesoinVu(contexte, besoinId, champ);
  const demande = { operation: "retirerConsentementHorsDossier", action: "RETIRER", champ } as const;
  return surLeBesoin(contexte, besoin, { ...demande, input: consentementId, ...appel }, (tx, dossierId, par) =>
    retirerParole(tx, contexte, { id: consentementId, dossierId, par }),
  );
}

interface Demandee extends Appel {
  readonly operation: string;
  readonly action: ActionDossier;
  readonly champ: string;
  readonly input: unknown;
}

function surLeBesoin(
  contexte: Contexte,
  { id, dossierId: parcoursId }: LigneBesoin,
  { champ, ...demande }: Demandee,
  ecrire: (tx: Sql, dossierId: string, par: ActeurEcrit) => Promise<Suite>,
): Promise<LigneBesoin> {
  return agirSurLeBesoin(contexte, { ...demande, parcoursId }, async (tx, tenue, par) => {
    if (tenue.statut !== HORS_DOSSIER)
      throw saisieInvalide(champ, "Ce besoin est d'un dossier : c'est le dossier qui porte ce que la personne a dit.");
    return { suite: await ecrire(tx, tenue.id, par), rendu: await requireBesoin(tx, id) };
  });
}
