import { Directive, ObjectType } from "type-graphql";
import { Structure } from "../structure/structure.type.ts";

@ObjectType({
  implements: Structure,
  description: "Un centre de santé : professionnels salariés, tiers payant, sans dépassement.",
})
@Directive('@key(fields: "id")')
export class CentreDeSante extends Structure {}
