import { randomUUID } from "node:crypto";
import { ecrireUneFois, introuvable, saisieInvalide } from "@coordination/server-kit";
import type { Contexte } from "../context.ts";
import { exigerLesSiens } from "../declaration/droit.ts";
import { marquerModifiee } from "../declaration/ecriture.repository.ts";
import { exigerStructure, exigerType, texteOuNul } from "../declaration/saisie.ts";
import type { Structure } from "../structure/structure.type.ts";
import type { AdhererInput } from "./adhesion.input.ts";
import { type AdhesionAEcrire, ecrireAdhesion, findAdhesionEnCours } from "./adhesion.repository.ts";
import { membreAdherent } from "./membre-adherent.operation.ts";

const MEDECIN = "10";

/** Who joins: a structure, or a professional with the profession that the texts count them by. */
type Membre = Pick<AdhesionAEcrire, "professionnelId" | "structureId" | "profession" | "medecinGeneraliste">;

/**
 * A voluntary membership, declared by the people of the grouping; nobody is a member by where they practise.
 * @returns its id. Throws UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, or SUBGRAPH_UNAVAILABLE when the
 * directory of people does not answer.
 */
export async function adherer(contexte: Contexte, input: AdhererInput, cle: string): Promise<string> {
  const acteur = exigerLesSiens(contexte.acteur, input.groupementId);
  const groupement = await exigerStructure("input.groupementId", input.groupementId, contexte);
  exigerType("input.groupementId", groupement, ["CPTS", "MSP", "ESP", "GHT"], "des adhérents");
  exigerOuverte("input.groupementId", groupement, input.depuis);
  const membre = await lireMembre(input, contexte);
  const role = texteOuNul("input.role", input.role, 200);
  return ecrireUneFois(contexte.database, { acteur, operation: "adherer", cle, input }, async (tx) => {
    await marquerModifiee(tx, groupement.id);
    const enCours = await findAdhesionEnCours(tx, groupement.id, membre, input.depuis);
    if (enCours !== null) {
      const champ = membre.structureId === null ? "input.professionnelId" : "input.structureId";
      throw saisieInvalide(
        champ,
        `Ce membre adhère déjà, depuis le ${enCours.depuis} : mettez fin à cette adhésion d'abord.`,
      );
    }
    const adhesion: AdhesionAEcrire = {
      ...membre,
      id: randomUUID(),
      groupementId: groupement.id,
      categorie: input.categorie ?? null,
      degre: input.degre ?? null,
      role,
      depuis: input.depuis,
      source: `déclaré par ${groupement.nom}`,
    };
    await ecrireAdhesion(tx, adhesion);
    return adhesion.id;
  });
}

async function lireMembre(
  { groupementId, professionnelId, structureId, depuis }: AdhererInput,
  contexte: Contexte,
): Promise<Membre> {
  if (Boolean(professionnelId) === Boolean(structureId))
    throw saisieInvalide("input.professionnelId", "Donnez soit un professionnel, soit une structure.");
  if (structureId) {
    const structure = await exigerStructure("input.structureId", structureId, contexte);
    if (structure.id === groupementId)
      throw saisieInvalide("input.structureId", "Une structure n'adhère pas à elle-même.");
    exigerOuverte("input.structureId", structure, depuis);
    return { professionnelId: null, structureId, profession: null, medecinGeneraliste: null };
  }
  return lireProfessionnel(professionnelId ?? "", contexte);
}

/** A membership does not begin once one of the two is closed. Throws BAD_USER_INPUT. */
function exigerOuverte(champ: string, { fermeeLe }: Structure, depuis: string): void {
  if (fermeeLe !== null && fermeeLe <= depuis)
    throw saisieInvalide(champ, `Cette structure est fermée depuis le ${fermeeLe}.`);
}

/** Someone of two professions is counted by neither: what they joined as was not declared. */
async function lireProfessionnel(id: string, contexte: Contexte): Promise<Membre> {
  const { professionnel } = await contexte.demander(membreAdherent, { id }, { id: "input.professionnelId" });
  if (professionnel === null)
    throw introuvable("input.professionnelId", "Aucun professionnel ne porte cet identifiant.");
  const professions = new Set(professionnel.exercices.map(({ profession }) => profession.code));
  const [profession = null] = professions.size === 1 ? professions : [];
  const medecinGeneraliste = profession === MEDECIN ? professionnel.estMedecinGeneraliste : null;
  return { professionnelId: professionnel.id, structureId: null, profession, medecinGeneraliste };
}
