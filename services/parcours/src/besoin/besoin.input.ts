import { Field, ID, InputType, Int } from "type-graphql";
import { UsagerInput } from "../usager/usager.input.ts";
import { StatutBesoin } from "./besoin.type.ts";
import { CriteresBesoinInput } from "./criteres.input.ts";

@InputType({ description: "Un besoin, d'un dossier ou hors dossier : `parcoursId` ou `usager`, l'un des deux." })
export class AjouterBesoinInput {
  @Field(() => ID, { nullable: true, description: "Le dossier ; absent : c'est une orientation hors dossier." })
  parcoursId?: string | null;
  @Field(() => UsagerInput, { nullable: true, description: "La personne, obligatoire hors dossier." })
  usager?: UsagerInput | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "Qui porte ce besoin hors dossier : une des structures pour lesquelles j'agis, ou le professionnel que je suis. Par défaut, ma structure, et moi quand je n'en ai pas ; à dire quand j'en ai plusieurs.",
  })
  porteurId?: string | null;
  @Field(() => String, { nullable: true, description: "En une ligne ; par défaut, ce que disent les critères." })
  libelle?: string | null;
  @Field(() => CriteresBesoinInput, { description: "Tout ce que l'annuaire en apprendra : rien qui nomme." })
  criteres!: CriteresBesoinInput;
}

@InputType({ description: "Ce qui change d'un besoin ; un champ absent ne change pas." })
export class ModifierBesoinInput {
  @Field(() => ID, { description: "Le besoin." })
  besoinId!: string;
  @Field(() => Int, { description: "Sa version, telle qu'on l'a lue." })
  version!: number;
  @Field(() => String, { nullable: true, description: "En une ligne." })
  libelle?: string | null;
  @Field(() => CriteresBesoinInput, { nullable: true, description: "Ce que l'on cherche." })
  criteres?: CriteresBesoinInput | null;
  @Field(() => UsagerInput, {
    nullable: true,
    description: "Toute la fiche de la personne, telle qu'elle doit être ; hors dossier seulement.",
  })
  usager?: UsagerInput | null;
  @Field(() => StatutBesoin, {
    nullable: true,
    description: "Où il en est ; abandonné, il emporte ses orientations qui n'ont pas commencé.",
  })
  statut?: StatutBesoin | null;
}
