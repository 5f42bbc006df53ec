import { GraphQLInstant, GraphQLIsoDate, PageInfo, Verdict } from "@coordination/vocabulaire";
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Professionnel, Structure } from "../candidat/reference.type.ts";
import { STATUTS_DU_DOSSIER, type StatutParcours as StatutDuDossier } from "./etats.ts";

const enumOf = <Word extends string>(words: readonly Word[]): { readonly [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W };

export const StatutParcours = enumOf(STATUTS_DU_DOSSIER);
registerEnumType(StatutParcours, { name: "StatutParcours", description: "Où en est un dossier (docs/parcours.md)." });

export const NiveauAppui = enumOf(["INFORMATION_ORIENTATION", "APPUI_ORGANISATION", "COORDINATION_SPECIFIQUE"]);
export type NiveauAppui = keyof typeof NiveauAppui;
registerEnumType(NiveauAppui, {
  name: "NiveauAppui",
  description: "Information, appui ou coordination : la coordination spécifique exige un plan personnalisé.",
});

export const NatureDemandeur = enumOf([
  "PROFESSIONNEL_DE_VILLE",
  "ETABLISSEMENT",
  "SOCIAL",
  "MEDICO_SOCIAL",
  "COLLECTIVITE",
  "PERSONNE",
  "AIDANT",
]);
export type NatureDemandeur = keyof typeof NatureDemandeur;
registerEnumType(NatureDemandeur, { name: "NatureDemandeur", description: "Qui demande l'appui du DAC." });

export const ActionParcours = enumOf([
  "QUALIFIER",
  "EVALUER",
  "AJOUTER_BESOIN",
  "ETABLIR_PLAN",
  "VALIDER_PLAN",
  "REEVALUER",
  "ORIENTER",
  "CLOTURER",
  "ROUVRIR",
  "INVITER",
]);
export type ActionParcours = keyof typeof ActionParcours;
registerEnumType(ActionParcours, { name: "ActionParcours", description: "Ce que l'on peut faire d'un dossier." });

export const MotifCloture = enumOf([
  "OBJECTIFS_ATTEINTS",
  "RELAIS",
  "REFUS_USAGER",
  "DEMENAGEMENT",
  "ENTREE_ETABLISSEMENT",
  "DECES",
  "PERDU_DE_VUE",
  "AUTRE",
]);
export type MotifCloture = keyof typeof MotifCloture;
registerEnumType(MotifCloture, { name: "MotifCloture", description: "Pourquoi un dossier se clôt." });

@ObjectType("Acteur", { description: "Qui a agi." })
export class ActeurDuParcours {
  @Field(() => Professionnel, { nullable: true, description: "La personne, quand elle a un numéro RPPS." })
  professionnel!: Professionnel | null;
  @Field(() => Structure, { nullable: true, description: "La structure pour laquelle elle agissait." })
  structure!: Structure | null;
  @Field(() => Professionnel, {
    nullable: true,
    description: "Le professionnel pour qui un secrétariat, ou un logiciel, a saisi ; nul quand on agit en son nom.",
  })
  pourLeCompteDe!: Professionnel | null;
  @Field(() => String, { description: "Ce qu'elle est, en un mot de son profil." })
  libelle!: string;
}

@ObjectType({ description: "Qui demande." })
export class Demandeur {
  @Field(() => NatureDemandeur, { description: "Ce qu'il est." })
  nature!: NatureDemandeur;
  @Field(() => Professionnel, { nullable: true, description: "Le professionnel, s'il en est un." })
  professionnel!: Professionnel | null;
  @Field(() => Structure, { nullable: true, description: "La structure, si c'en est une." })
  structure!: Structure | null;
  @Field(() => String, { description: "Son nom." })
  nom!: string;
  @Field(() => String, { nullable: true, description: "Son lien avec la personne." })
  lien!: string | null;
  @Field(() => String, { nullable: true, description: "Son téléphone." })
  telephone!: string | null;
}

@ObjectType({ description: "La demande qui a ouvert le dossier." })
export class DemandeAppui {
  @Field(() => Demandeur, { description: "Qui demande." })
  demandeur!: Demandeur;
  @Field(() => Boolean, { description: "La personne est informée de la demande." })
  personneInformee!: boolean;
  @Field(() => Verdict, { description: "La personne est d'accord." })
  accordPersonne!: Verdict;
  @Field(() => String, { description: "Pourquoi." })
  motif!: string;
  @Field(() => String, { description: "Ce que le demandeur ne parvient pas à faire seul." })
  difficulte!: string;
  @Field(() => Boolean, { description: "D'autres acteurs interviennent, ou devraient." })
  autresActeurs!: boolean;
  @Field(() => GraphQLInstant, { description: "Quand elle a été reçue." })
  recueLe!: string;
  @Field(() => GraphQLInstant, { nullable: true, description: "Quand le médecin traitant en a été informé." })
  medecinTraitantInformeLe!: string | null;
  @Field(() => NiveauAppui, {
    nullable: true,
    description:
      "Le niveau d'appui que le demandeur proposait, pour l'équipe qui qualifie ; nul quand il n'en a rien dit. Il ne décide de rien.",
  })
  niveauPropose!: NiveauAppui | null;
}

@ObjectType({
  description:
    "D'autres dossiers semblent concerner la même personne ; seul leur nombre et le DAC à joindre sont dits.",
})
export class DoublonPossible {
  @Field(() => Structure, { description: "Le DAC à joindre." })
  dac!: Structure;
  @Field(() => Int, { description: "Combien de dossiers." })
  nombre!: number;
}

@ObjectType({ description: "Un dossier d'appui : la demande, la personne, ce que l'équipe du DAC en fait." })
@Directive('@key(fields: "id")')
export class Parcours {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => Int, { description: "Version : à rendre pour agir." })
  version!: number;
  @Field(() => String, { description: "Numéro du dossier." })
  numero!: string;
  @Field(() => StatutParcours, { description: "Où il en est." })
  statut!: StatutDuDossier;
  @Field(() => NiveauAppui, { nullable: true, description: "Niveau d'appui ; nul avant la qualification." })
  niveauAppui!: NiveauAppui | null;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Le jour où la situation est à réévaluer, tel que l'équipe l'a fixé ; nul tant qu'elle n'en fixe pas.",
  })
  aReevaluerLe!: string | null;
  @Field(() => GraphQLInstant, { description: "Quand la demande a été reçue." })
  creeLe!: string;
  @Field(() => GraphQLInstant, { description: "Dernier changement." })
  misAJourLe!: string;
}

@ObjectType({ description: "La copie lisible d'un dossier." })
export class DossierExporte {
  @Field(() => GraphQLInstant, { description: "Quand elle a été faite." })
  genereLe!: string;
  @Field(() => String, { description: "Tout ce que dit le dossier." })
  contenu!: string;
  @Field(() => String, { description: "Le format du contenu." })
  format!: string;
}

@ObjectType({ description: "Un dossier d'une liste." })
export class ParcoursEdge {
  @Field(() => String, { description: "À passer dans `after` pour continuer après ce dossier." })
  cursor!: string;
  @Field(() => Parcours, { description: "Le dossier." })
  node!: Parcours;
}

@ObjectType({ description: "Une page de dossiers, le dernier changé d'abord." })
export class ParcoursConnection {
  @Field(() => [ParcoursEdge], { description: "Les dossiers de la page." })
  edges!: ParcoursEdge[];
  @Field(() => PageInfo, { description: "Où l'on est dans la liste." })
  pageInfo!: PageInfo;
  /** Counted only when asked. */
  compter!: () => Promise<number>;
}
