import { PageInfo } from "@coordination/vocabulaire";
import { Field, Int, ObjectType } from "type-graphql";
import { Delegation } from "./delegation.type.ts";

@ObjectType({ description: "Une délégation dans une liste paginée." })
export class DelegationEdge {
  @Field(() => String, { description: "Curseur à passer dans `after`." })
  cursor!: string;
  @Field(() => Delegation, { description: "La délégation." })
  node!: Delegation;
}

@ObjectType({ description: "Une page du catalogue." })
export class DelegationConnection {
  @Field(() => [DelegationEdge], { description: "Les délégations de la page, par code." })
  edges!: DelegationEdge[];
  @Field(() => PageInfo, { description: "Où l'on est dans la liste." })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: "Nombre de délégations qui répondent." })
  totalCount!: number;
}
