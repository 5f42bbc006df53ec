import { Effectif, GraphQLIsoDate, Verdict } from "@coordination/vocabulaire";
import { Directive, Field, ObjectType } from "type-graphql";
import { Structure } from "../structure/structure.type.ts";

@ObjectType({ implements: Structure, description: "Une maison de santé pluriprofessionnelle." })
@Directive('@key(fields: "id")')
export class Msp extends Structure {
  /** Null when professionals did not answer: the contract says never null, the failed fetch says otherwise. */
  @Field(() => [Effectif], {
    description: "Professionnels en activité, par profession ; compté par le sous-graphe professionals.",
  })
  @Directive("@external")
  effectifs!: Effectif[] | null;
}

@ObjectType({ description: "La décision de l'ARS de labelliser une maison de santé." })
export class Labellisation {
  @Field(() => Verdict, { description: "Accordée, refusée, ou inconnue." })
  decision!: Verdict;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Date de la décision." })
  decideeLe!: string | null;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Dernier jour compris ; nul quand elle n'expire pas." })
  expireLe!: string | null;
  @Field(() => String, { nullable: true, description: "Qui l'a dit." })
  source!: string | null;

  // Read by the field resolver.
  codeRegion!: string;
}
