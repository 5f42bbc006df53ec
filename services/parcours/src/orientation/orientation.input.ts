import { GraphQLInstant, Urgence } from "@coordination/vocabulaire";
import { Field, ID, InputType, Int } from "type-graphql";
import { ReferenceExterneInput } from "../reference/reference.type.ts";
import type { StatutOrientation as StatutDeLOrientation } from "./etats.ts";
import { ModeEnvoi, NatureOrientation, StatutOrientation } from "./orientation.type.ts";

@InputType({ description: "À qui : un seul des trois." })
export class DestinataireInput {
  @Field(() => ID, { nullable: true, description: "Un professionnel, dans un lieu où il exerce." })
  situationId?: string | null;
  @Field(() => ID, { nullable: true, description: "Une structure." })
  structureId?: string | null;
  @Field(() => ID, { nullable: true, description: "Une équipe de protocole." })
  equipeId?: string | null;
}

@InputType({ description: "Un besoin adressé à quelqu'un." })
export class OrienterInput {
  @Field(() => ID, { description: "Le besoin, d'un dossier ou hors dossier ; jamais un besoin simulé." })
  besoinId!: string;
  @Field(() => Int, { description: "La version du besoin, telle qu'on l'a lue." })
  version!: number;
  @Field(() => NatureOrientation, { defaultValue: "PRISE_EN_CHARGE", description: "Ce que l'on demande." })
  nature!: NatureOrientation;
  @Field(() => ModeEnvoi, { description: "À un seul, ou à plusieurs à la fois." })
  mode!: ModeEnvoi;
  @Field(() => [DestinataireInput], { description: "Vingt au plus ; un seul en SIMPLE." })
  destinataires!: DestinataireInput[];
  @Field(() => String, { nullable: true, description: "Lu par tous les destinataires : rien qui identifie." })
  messageAnonyme?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Peut nommer la personne : chiffré, et refusé si un destinataire est sans fondement.",
  })
  message?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "Qui prescrit, quand l'acte est prescrit : un professionnel, jamais le DAC qui envoie.",
  })
  prescripteurId?: string | null;
  @Field(() => [ReferenceExterneInput], {
    nullable: true,
    description: "Les numéros que mon logiciel donne à cet envoi, dix au plus.",
  })
  referencesExternes?: ReferenceExterneInput[] | null;
}

@InputType({ description: "Quelles orientations." })
export class OrientationFiltre {
  @Field(() => [StatutOrientation], { nullable: true, description: "Dans un de ces états." })
  statuts?: StatutDeLOrientation[] | null;
  @Field(() => [Urgence], { nullable: true, description: "D'une de ces urgences." })
  urgences?: Urgence[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Vrai : son échéance de réponse est passée et personne n'y a répondu. Faux : toutes les autres.",
  })
  enRetard?: boolean | null;
  @Field(() => ID, {
    nullable: true,
    description: "Adressée à cette structure, à quelqu'un dans un lieu qu'elle tient ou à une de ses équipes.",
  })
  structureId?: string | null;
  @Field(() => GraphQLInstant, {
    nullable: true,
    description: "Changées depuis cet instant ; la liste va alors de la dernière changée à la première.",
  })
  modifieeDepuis?: Date | null;
  @Field(() => ReferenceExterneInput, {
    nullable: true,
    description: "Celle que mon logiciel désigne par ce numéro, de mon côté.",
  })
  referenceExterne?: ReferenceExterneInput | null;
}
