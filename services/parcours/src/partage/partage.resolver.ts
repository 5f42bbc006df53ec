import { professionnelDe } from "@coordination/server-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../contexte.ts";
import type { LigneOrientation } from "../orientation/orientation.repository.ts";
import { Orientation } from "../orientation/orientation.type.ts";
import { rolesSurLOrientation } from "../orientation/roles.rule.ts";
import type { UsagerDuDossier } from "../usager/usager.resolver.ts";
import { Usager } from "../usager/usager.type.ts";
import { type FondementPartage as Fondement, fondementDuPartage, seLit } from "./fondement.rule.ts";
import { FondementPartage } from "./fondement.type.ts";
import { lecteurVise, objetDuMessage } from "./message.action.ts";

const estEmetteur = ({ acteur }: Contexte, orientation: LigneOrientation): boolean =>
  acteur !== null && rolesSurLOrientation(acteur, orientation).includes("EMETTEUR");

/** The basis for the recipient, as its sender sees it; for the reader themself, as a recipient does. */
async function fonder(orientation: LigneOrientation, contexte: Contexte): Promise<Fondement> {
  const { acteur, loaders, maintenant } = contexte;
  const [faits] = await loaders.partageByDossier.load(orientation.dossierId);
  if (faits === undefined || acteur === null) return "SANS_DONNEE_NOMINATIVE";
  const lecteur = estEmetteur(contexte, orientation)
    ? lecteurVise(orientation)
    : {
        professionnelId: professionnelDe(acteur),
        structureIds: acteur.structures,
        equipeId: orientation.equipeId,
      };
  return fondementDuPartage(faits, lecteur, maintenant);
}

/** Whether this reader may know who the person is: its team always, a recipient on a basis. */
const peutNommer = async (orientation: LigneOrientation, contexte: Contexte): Promise<boolean> =>
  estEmetteur(contexte, orientation) || seLit(await fonder(orientation, contexte), orientation.statut);

@Resolver(() => Orientation)
export class PartageResolver {
  @FieldResolver(() => FondementPartage, {
    description: "Ce qui permet au destinataire de savoir de qui il s'agit ; calculé, jamais déclaré.",
  })
  fondement(@Root() orientation: LigneOrientation, @Ctx() contexte: Contexte): Promise<Fondement> {
    return fonder(orientation, contexte);
  }

  @FieldResolver(() => Usager, {
    nullable: true,
    description:
      "La personne ; pour un destinataire, après l'acceptation et sur un fondement, ou d'emblée dans l'équipe de soins.",
  })
  async usager(@Root() orientation: LigneOrientation, @Ctx() contexte: Contexte): Promise<UsagerDuDossier | null> {
    if (!(await peutNommer(orientation, contexte))) return null;
    const { dossierId, dacId } = orientation;
    const [faits] = await contexte.loaders.partageByDossier.load(dossierId);
    const usager = faits === undefined ? null : await contexte.loaders.usagerById.load(faits.usagerId);
    const acces = estEmetteur(contexte, orientation) ? "EQUIPE" : "DESTINATAIRE";
    return usager === null ? null : { ...usager, lecture: { dossierId, dacId, acces } };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Ce que l'émetteur dit de la personne en la nommant ; lisible comme `usager`.",
  })
  async message(@Root() orientation: LigneOrientation, @Ctx() contexte: Contexte): Promise<string | null> {
    if (!(await peutNommer(orientation, contexte))) return null;
    const { diffusion, dossierId, dacId } = orientation;
    const [message] = await contexte.loaders.messageByDiffusion.load(diffusion);
    if (message === undefined) return null;
    await contexte.loaders.trace.load({ dossierId, dacId, acces: "DESTINATAIRE", objet: "MESSAGE" });
    return contexte.coffre.dechiffrer(objetDuMessage(message.scellePour), message.chiffre) as string;
  }
}
