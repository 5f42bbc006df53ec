import { randomUUID } from "node:crypto";
import { departementDeCommune } from "@coordination/referentiels";
import { regleNonRemplie, saisieInvalide, versionPerimee } from "@coordination/server-kit";
import { type LigneBesoin, verrouillerBesoin } from "../besoin/besoin-du-dossier.repository.ts";
import { exigerBesoinVu } from "../besoin/besoin-vu.ts";
import { libelleDuBesoin } from "../besoin/libelle-besoin.rule.ts";
import type { Contexte } from "../contexte.ts";
import { echeancesPour } from "../delais/echeances-pour.ts";
import { agirSurLeBesoin } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import { joindreMessage } from "../partage/message.action.ts";
import { exigerReferences, poserReferences } from "../reference/references-donnees.ts";
import { ageRevolu, trancheAge } from "../usager/age.rule.ts";
import type { Nominatif } from "../usager/nominatif.ts";
import { findUsagersByIds } from "../usager/usager.repository.ts";
import { objetDeLUsager } from "../usager/usager.ts";
import { attendreLeurTour } from "./cascade.repository.ts";
import { exigerDestinataire } from "./destinataire.ts";
import type { OrienterInput } from "./orientation.input.ts";
import {
  findOrientationsByIds,
  insererOrientations,
  type LigneOrientation,
  suivreBesoin,
} from "./orientation.repository.ts";
import type { ApercuBesoin } from "./orientation.type.ts";
import { insererPrescripteur } from "./prescripteur.repository.ts";
import { exigerPrescripteur, exigerPrescripteurConnu } from "./prescripteur.ts";

const DESTINATAIRES_MAXIMUM = 20;
const MESSAGE_MAXIMUM = 2_000;

/**
 * Sends a need to one recipient, to several at once, or to several in turn. A vital emergency is never sent: it is called. Before they
 * agree, recipients read the overview and the anonymous message, and nothing else. Returns the referrals, in the order asked.
 * @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, NOT_FOUND, RULE_NOT_MET, VERSION_CONFLICT on the need's version;
 * SUBGRAPH_UNAVAILABLE when the directory does not answer: nothing is then written
 */
export async function orienter(contexte: Contexte, input: OrienterInput, appel: Appel): Promise<LigneOrientation[]> {
  const besoin = await exigerBesoin(contexte, input);
  controler(input);
  const references = input.referencesExternes ?? [];
  exigerReferences("input.referencesExternes", references);
  const { nature, profil } = besoin.criteres;
  const demande = { nature, envoi: input.nature, sansMedecinTraitant: profil.sansMedecinTraitant };
  const destinataires = await Promise.all(
    input.destinataires.map((destinataire, rang) =>
      exigerDestinataire(contexte, destinataire, demande, `input.destinataires.${rang}`),
    ),
  );
  const prescripteurId = input.prescripteurId ?? null;
  await exigerPrescripteurConnu(contexte, prescripteurId, "input.prescripteurId");
  return agirSurLeBesoin(
    contexte,
    { operation: "orienter", action: "ORIENTER", parcoursId: besoin.dossierId, input, ...appel },
    async (tx, dossier, auteur) => {
      if (input.nature === "DEMANDE_APPUI" && dossier.tenuPar === "DAC") throw dejaAppuyee();
      if (prescripteurId !== null) {
        const emetteurId = auteur.professionnelId ?? auteur.pourLeCompteDe ?? null;
        exigerPrescripteur({ prescripteurId, emetteurId, envoyeParUnDac: dossier.tenuPar === "DAC" });
      }
      const courant = await verrouillerBesoin(tx, besoin.id);
      if (courant?.version !== input.version) throw versionPerimee(courant?.version ?? besoin.version);
      const [usager] = await findUsagersByIds(tx, [dossier.usagerId]);
      if (usager === undefined) throw new Error("La personne du dossier est introuvable.");
      const lu = contexte.coffre.dechiffrer(objetDeLUsager(usager.id), usager.chiffre) as Nominatif;
      const apercu = apercuDe(courant, lu, contexte.aujourdhui);
      const diffusion = randomUUID();
      const echeances = await echeancesPour(
        tx,
        { dacId: dossier.dacId, urgence: courant.criteres.urgence, departement: apercu.departement },
        contexte.maintenant,
      );
      const orientations = destinataires.map((destinataire) => ({
        ...destinataire,
        id: randomUUID(),
        dossierId: dossier.id,
        besoinId: courant.id,
        diffusion,
        nature: input.nature,
        urgence: courant.criteres.urgence,
        apercu,
        messageAnonyme: input.messageAnonyme ?? null,
        emetteur: auteur,
        dacId: dossier.dacId,
        envoyeeLe: contexte.maintenant.toISOString(),
        relancerLe: echeances?.relancerLe ?? null,
        repondreAvant: echeances?.repondreAvant ?? null,
        origineId: null,
      }));
      const envoyees = input.mode === "CASCADE" ? orientations.slice(0, 1) : orientations;
      await insererOrientations(tx, envoyees);
      const envoi = { diffusion, dossierId: dossier.id, vises: destinataires };
      await joindreMessage(tx, contexte, envoi, input.message ?? null);
      if (prescripteurId !== null) await insererPrescripteur(tx, { diffusion, prescripteurId });
      if (contexte.acteur !== null) {
        const posees = { champ: "input.referencesExternes", references };
        await poserReferences(tx, contexte.acteur, { cote: "EMETTEUR", cible: diffusion }, posees, auteur);
      }
      const attendent = destinataires.slice(envoyees.length);
      if (attendent.length > 0) await attendreLeurTour(tx, { diffusion, dossierId: dossier.id }, attendent);
      await suivreBesoin(tx, orientations[0]?.id ?? "");
      const ids = envoyees.map(({ id }) => id);
      return {
        suite: { resume: `Un besoin est adressé à ${envoyees.length} destinataire(s).`, envoyees: ids },
        rendu: await findOrientationsByIds(tx, ids),
      };
    },
  );
}

const dejaAppuyee = () =>
  regleNonRemplie({
    regle: "DEJA_SUIVI_PAR_UN_DAC",
    intitule: "Un DAC ne demande pas l'appui d'un autre : il lui transfère le dossier (transfererParcours).",
    conditions: [{ code: "HORS_DAC", libelle: "aucun DAC ne porte ce besoin", verdict: "NON" }],
  });

async function exigerBesoin(contexte: Contexte, { besoinId }: OrienterInput): Promise<LigneBesoin> {
  const besoin = await exigerBesoinVu(contexte, besoinId);
  if (besoin.criteres.urgence === "VITALE") {
    throw regleNonRemplie({
      regle: "URGENCE_VITALE",
      intitule: "Une urgence vitale appelle le 15 : aucune orientation ne remplace cet appel.",
      conditions: [{ code: "APPELER_LE_15", libelle: "le besoin n'est pas une urgence vitale", verdict: "NON" }],
    });
  }
  return besoin;
}

function controler({ mode, destinataires, messageAnonyme, message }: OrienterInput): void {
  if (destinataires.length === 0) throw saisieInvalide("input.destinataires", "Il faut au moins un destinataire.");
  if (destinataires.length > DESTINATAIRES_MAXIMUM) {
    throw saisieInvalide("input.destinataires", `Une diffusion compte au plus ${DESTINATAIRES_MAXIMUM} destinataires.`);
  }
  if (mode === "SIMPLE" && destinataires.length > 1) {
    throw saisieInvalide("input.destinataires", "Un envoi SIMPLE n'a qu'un destinataire.");
  }
  const cles = destinataires.map(({ situationId, structureId, equipeId }) => situationId ?? structureId ?? equipeId);
  if (new Set(cles).size < cles.length)
    throw saisieInvalide("input.destinataires", "Un destinataire est là deux fois.");
  if ((messageAnonyme?.length ?? 0) > MESSAGE_MAXIMUM) {
    throw saisieInvalide("input.messageAnonyme", `Le message compte au plus ${MESSAGE_MAXIMUM} caractères.`);
  }
  if ((message?.length ?? 0) > MESSAGE_MAXIMUM) {
    throw saisieInvalide("input.message", `Le message compte au plus ${MESSAGE_MAXIMUM} caractères.`);
  }
}

/** Enough to answer, nothing to identify: no commune, and no words but those of the code lists. */
function apercuDe({ criteres }: LigneBesoin, { dateNaissance, sexe }: Nominatif, aujourdhui: string): ApercuBesoin {
  const { nature, urgence, professions, savoirFaire, actes, modalites, codeInsee } = criteres;
  return {
    libelle: libelleDuBesoin(criteres),
    nature,
    urgence,
    professions,
    savoirFaire,
    actes,
    modalites,
    trancheAge: trancheAge(ageRevolu(dateNaissance, aujourdhui)),
    sexe,
    departement: departementDeCommune(codeInsee) ?? "",
  };
}
