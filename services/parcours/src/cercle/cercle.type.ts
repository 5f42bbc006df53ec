import { GraphQLInstant } from "@coordination/vocabulaire";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Professionnel, Structure } from "../candidat/reference.type.ts";
import type { FondementPartage as Fondement } from "../partage/fondement.rule.ts";
import { FondementPartage } from "../partage/fondement.type.ts";

@ObjectType({
  description:
    "Un membre du cercle de soins : une période, un rôle, un fondement. Un seul de `professionnel`, `structure`, `proche` est non nul ; rien ne s'efface.",
})
export class MembreCercle {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => Professionnel, { nullable: true, description: "Le professionnel." })
  professionnel!: Professionnel | null;
  @Field(() => Structure, { nullable: true, description: "La structure." })
  structure!: Structure | null;
  @Field(() => String, { nullable: true, description: "Le proche, par son nom." })
  proche!: string | null;
  @Field(() => String, { description: "Ce qu'il fait pour la personne." })
  role!: string;
  @Field(() => FondementPartage, { description: "Ce qui permet de lui parler d'elle maintenant." })
  fondement!: Fondement;
  @Field(() => GraphQLInstant, { description: "Début de la période." })
  depuis!: string;
  @Field(() => GraphQLInstant, { nullable: true, description: "Fin de la période ; nulle tant qu'elle dure." })
  jusquA!: string | null;
}

@InputType({ description: "Quelqu'un entre au cercle : un professionnel, une structure ou un proche." })
export class InviterAuCercleInput {
  @Field(() => ID, { description: "Le dossier." })
  parcoursId!: string;
  @Field(() => ID, { nullable: true, description: "Le professionnel." })
  professionnelId?: string | null;
  @Field(() => ID, { nullable: true, description: "La structure." })
  structureId?: string | null;
  @Field(() => String, { nullable: true, description: "Le proche, par son nom." })
  proche?: string | null;
  @Field(() => String, { description: "Ce qu'il fait pour la personne." })
  role!: string;
  @Field(() => GraphQLInstant, { description: "Depuis quand, ou à partir de quand." })
  depuis!: Date;
}
