import { Field, ObjectType } from "type-graphql";
import type { Commune } from "../commune/commune.type.ts";

@ObjectType({ description: "Un numéro d'appel national, et quand l'appeler." })
export class NumeroNational {
  @Field(() => String, { description: "Numéro à composer." })
  numero!: string;
  @Field(() => String, { description: "Qui répond." })
  libelle!: string;
  @Field(() => String, { description: "Quand l'appeler." })
  quand!: string;
}

@ObjectType({ description: "Qui peut aider dans une commune." })
export class PointEntree {
  // Read by the field resolvers.
  laCommune!: Commune;
}
