import { PageInfo } from "@coordination/vocabulaire";
import { Field, Int, ObjectType } from "type-graphql";
import { Commune } from "../commune/commune.type.ts";

@ObjectType({ description: "Une commune dans une liste." })
export class CommuneEdge {
  @Field(() => String, { description: "Curseur de cet élément." })
  cursor!: string;
  @Field(() => Commune, { description: "La commune." })
  node!: Commune;
}

@ObjectType({ description: "Une page de communes, par code INSEE." })
export class CommuneConnection {
  @Field(() => [CommuneEdge], { description: "Les communes de la page." })
  edges!: CommuneEdge[];
  @Field(() => PageInfo, { description: "Où l'on est dans la liste." })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: "Nombre total de communes de la liste." })
  totalCount!: number;
}
