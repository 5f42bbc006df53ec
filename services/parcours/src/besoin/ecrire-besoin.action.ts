import { randomUUID } from "node:crypto";
import { introuvable, versionPerimee } from "@coordination/server-kit";
import { lireEnTantQue } from "../acces/session.ts";
import type { Contexte } from "../contexte.ts";
import { agirEtRendre, estIdentifiant } from "../dossier/agir.ts";
import type { Appel } from "../dossier/demander-appui.action.ts";
import type { AjouterBesoinInput, ModifierBesoinInput } from "./besoin.input.ts";
import {
  changerBesoin,
  findBesoinsByIds,
  insererBesoin,
  type LigneBesoin,
  verrouillerBesoin,
} from "./besoin-du-dossier.repository.ts";
import { exigerCriteres } from "./criteres-admis.ts";
import { libelleDuBesoin } from "./libelle-besoin.rule.ts";

const INTROUVABLE = () => introuvable("input.besoinId", "Ce besoin n'existe pas.");

/** Adds a need to a case. Throws as `agir`, BAD_USER_INPUT naming the criterion. Returns the need. */
export async function ajouterBesoin(contexte: Contexte, input: AjouterBesoinInput, appel: Appel): Promise<LigneBesoin> {
  const criteres = await exigerCriteres(input.criteres, contexte, "input.");
  const { rendu } = await agirEtRendre(
    contexte,
    {
      operation: "ajouterBesoin",
      action: "AJOUTER_BESOIN",
      parcoursId: input.parcoursId,
      version: null,
      input,
      ...appel,
    },
    async (tx, { id: dossierId }) => {
      const id = randomUUID();
      await insererBesoin(tx, { id, dossierId, criteres, libelle: input.libelle ?? libelleDuBesoin(criteres) });
      return { suite: { resume: "Un besoin est ajouté." }, rendu: await relire(tx, id) };
    },
  );
  return rendu;
}

/** Changes a need of a case that is open. Throws as `agir`, VERSION_CONFLICT on the need's version. Returns the need. */
export async function modifierBesoin(
  contexte: Contexte,
  input: ModifierBesoinInput,
  appel: Appel,
): Promise<LigneBesoin> {
  const { besoinId, version } = input;
  const [connu] = estIdentifiant(besoinId)
    ? await lireEnTantQue(contexte.database, contexte.acteur, (sql) => findBesoinsByIds(sql, [besoinId]))
    : [];
  if (connu === undefined) throw INTROUVABLE();
  const criteres = input.criteres ? await exigerCriteres(input.criteres, contexte, "input.") : null;
  const { rendu } = await agirEtRendre(
    contexte,
    {
      operation: "modifierBesoin",
      action: "AJOUTER_BESOIN",
      parcoursId: connu.dossierId,
      version: null,
      input,
      ...appel,
    },
    async (tx) => {
      const besoin = await verrouillerBesoin(tx, besoinId);
      if (besoin === undefined) throw INTROUVABLE();
      if (besoin.version !== version) throw versionPerimee(besoin.version);
      await changerBesoin(tx, {
        id: besoin.id,
        libelle: input.libelle ?? besoin.libelle,
        statut: input.statut ?? besoin.statut,
        criteres: criteres ?? besoin.criteres,
      });
      return { suite: { resume: "Un besoin change." }, rendu: await relire(tx, besoin.id) };
    },
  );
  return rendu;
}

async function relire(tx: Parameters<typeof findBesoinsByIds>[0], id: string): Promise<LigneBesoin> {
  const [besoin] = await findBesoinsByIds(tx, [id]);
  if (besoin === undefined) throw new Error("Le besoin que l'on vient d'écrire est introuvable.");
  return besoin;
}
