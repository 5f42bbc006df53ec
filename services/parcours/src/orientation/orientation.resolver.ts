import { exigerPortee } from "@coordination/server-kit";
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { PORTEE_LIRE } from "../acces/session.ts";
import { Besoin } from "../besoin/besoin.type.ts";
import type { LigneBesoin } from "../besoin/besoin-du-dossier.repository.ts";
import { Professionnel } from "../candidat/reference.type.ts";
import type { Contexte } from "../contexte.ts";
import { estIdentifiant } from "../dossier/agir.ts";
import type { LigneDossier, LigneTenue } from "../dossier/dossier.repository.ts";
import { montrerActeur } from "../dossier/dossier.resolver.ts";
import { ActeurDuParcours, Parcours } from "../dossier/dossier.type.ts";
import { rolesSurLeDossier } from "../dossier/roles.rule.ts";
import { passagesPermis } from "../etats/table.ts";
import { Destinataire } from "../proposition/proposition.type.ts";
import { PASSAGES_DE_L_ORIENTATION } from "./etats.ts";
import { montrerDestinataire } from "./montrer-destinataire.ts";
import type { LigneOrientation } from "./orientation.repository.ts";
import { ActionOrientation, Echange, Orientation } from "./orientation.type.ts";
import { rolesSurLOrientation } from "./roles.rule.ts";
import { diffusionEmportee, suitePermise } from "./suite.rule.ts";

/** A referral by its identifier, as this actor may see it; null when there is none, or none for them. */
export async function resoudreOrientation(
  id: unknown,
  { acteur, loaders }: Contexte,
): Promise<LigneOrientation | null> {
  exigerPortee(acteur, PORTEE_LIRE);
  const orientation = typeof id === "string" && estIdentifiant(id) ? await loaders.orientationById.load(id) : null;
  return orientation === null ? null : { ...orientation };
}

@Resolver(() => Orientation)
export class OrientationResolver {
  @Query(() => Orientation, {
    nullable: true,
    description: "Une orientation ; nulle quand elle n'existe pas, ou pas pour moi.",
  })
  orientation(
    @Arg("id", () => ID, { description: "L'orientation." }) id: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation | null> {
    return resoudreOrientation(id, contexte);
  }

  @FieldResolver(() => ActeurDuParcours, { description: "Qui l'a émise." })
  emetteur(@Root() { emetteur }: LigneOrientation): ActeurDuParcours {
    return montrerActeur(emetteur);
  }

  @FieldResolver(() => Destinataire, { description: "À qui." })
  destinataire(@Root() orientation: LigneOrientation): Destinataire {
    return montrerDestinataire(orientation);
  }

  @FieldResolver(() => Destinataire, {
    nullable: true,
    description: "Celui que le destinataire qui refuse solliciterait à sa place.",
  })
  suggestion(@Root() { suggestion }: LigneOrientation): Destinataire | null {
    return suggestion === null ? null : montrerDestinataire(suggestion);
  }

  @FieldResolver(() => Besoin, {
    nullable: true,
    description: "Le besoin ; nul pour qui n'est pas de l'équipe, ou le porteur, qui l'a émise.",
  })
  besoin(@Root() { besoinId }: LigneOrientation, @Ctx() { loaders }: Contexte): Promise<LigneBesoin | null> {
    return loaders.besoinById.load(besoinId);
  }

  @FieldResolver(() => Parcours, {
    nullable: true,
    description: "Le dossier ; nul hors dossier, et pour qui n'est pas de son équipe.",
  })
  parcours(@Root() { dossierId }: LigneOrientation, @Ctx() { loaders }: Contexte): Promise<LigneDossier | null> {
    return loaders.dossierById.load(dossierId);
  }

  @FieldResolver(() => Professionnel, {
    nullable: true,
    description:
      "Qui prescrit l'acte demandé ; nul quand rien n'est prescrit, et pour un destinataire avant qu'il accepte. Un DAC n'en est jamais un.",
  })
  async prescripteur(
    @Root() { diffusion }: LigneOrientation,
    @Ctx() { loaders }: Contexte,
  ): Promise<Professionnel | null> {
    const [prescription] = await loaders.prescripteurByDiffusion.load(diffusion);
    return prescription === undefined ? null : { id: prescription.prescripteurId };
  }

  @FieldResolver(() => [Echange], { description: "Questions et réponses, dans l'ordre." })
  @Directive("@listSize(assumedSize: 5)")
  async echanges(@Root() { id }: LigneOrientation, @Ctx() { loaders }: Contexte): Promise<Echange[]> {
    const echanges = await loaders.echangesByOrientation.load(id);
    return echanges.map(({ auteur, texte, le }) => ({ auteur: montrerActeur(auteur), texte, le }));
  }

  @FieldResolver(() => [ActionOrientation], {
    description: "Exactement ce que les mutations accepteraient de moi maintenant.",
  })
  @Directive("@listSize(assumedSize: 6)")
  async actionsPossibles(
    @Root() orientation: LigneOrientation,
    @Ctx() contexte: Contexte,
  ): Promise<ActionOrientation[]> {
    const { acteur } = contexte;
    const roles = acteur === null ? [] : rolesSurLOrientation(acteur, orientation);
    const permises = new Set<string>(
      passagesPermis(PASSAGES_DE_L_ORIENTATION, orientation.statut, roles).map(({ action }) => action),
    );
    for (const action of SUITES) {
      if (permises.has(action) && !(await peutSuivre(action, orientation, contexte))) permises.delete(action);
    }
    return Object.values(ActionOrientation).filter((action) => permises.has(action));
  }
}

/** What the need hangs from: a case, most often; asked again only of what is not one. */
const tenueDe = async (id: string, { dossierById, tenueById }: Contexte["loaders"]): Promise<LigneTenue | null> =>
  (await dossierById.load(id)) ?? tenueById.load(id);

const SUITES = ["REORIENTER", "CONVERTIR"] as const;

/** Whether the case and the need, as they are now, leave room for what follows a referral. */
async function peutSuivre(
  action: (typeof SUITES)[number],
  { nature, besoinId, dossierId, diffusion }: LigneOrientation,
  { acteur, loaders }: Contexte,
): Promise<boolean> {
  const [besoin, dossier, envois] = await Promise.all([
    loaders.besoinById.load(besoinId),
    tenueDe(dossierId, loaders),
    loaders.orientationsByBesoin.load(besoinId),
  ]);
  if (acteur === null || besoin === null || dossier === null) return false;
  const roles = rolesSurLeDossier(acteur, dossier);
  const emportee = diffusionEmportee(diffusion, envois);
  return suitePermise({ action, nature, statutBesoin: besoin.statut, statutDossier: dossier.statut, roles, emportee });
}

@Resolver(() => Besoin)
export class OrientationsDuBesoinResolver {
  @FieldResolver(() => [Orientation], { description: "À qui il a été adressé ; vide pour un besoin simulé." })
  @Directive("@listSize(assumedSize: 5)")
  orientations(@Root() { id }: Besoin, @Ctx() { loaders }: Contexte): Promise<LigneOrientation[]> | LigneOrientation[] {
    return estIdentifiant(id) ? loaders.orientationsByBesoin.load(id) : [];
  }
}

@Resolver(() => Parcours)
export class OrientationsDuParcoursResolver {
  @FieldResolver(() => [Orientation], {
    description:
      "Tout ce qui a été adressé pour ses besoins, le plus ancien d'abord ; vide pour qui n'est pas de l'équipe.",
  })
  @Directive("@listSize(assumedSize: 10)")
  orientations(@Root() { id }: LigneDossier, @Ctx() { loaders }: Contexte): Promise<LigneOrientation[]> {
    return loaders.orientationsByDossier.load(id);
  }
}
