import { Field, ID, InputType, Int } from "type-graphql";
import { StatutBesoin } from "./besoin.type.ts";
import { CriteresBesoinInput } from "./criteres.input.ts";

@InputType({ description: "Un besoin d'un dossier." })
export class AjouterBesoinInput {
  @Field(() => ID, { description: "Le dossier." })
  parcoursId!: string;
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
  @Field(() => StatutBesoin, { nullable: true, description: "Où il en est." })
  statut?: StatutBesoin | null;
}
