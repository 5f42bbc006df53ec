import { Directive, ObjectType } from "type-graphql";
import { Structure } from "../structure/structure.type.ts";

@ObjectType({
  implements: Structure,
  description: "Une communauté professionnelle territoriale de santé : elle coordonne un territoire et ne soigne pas.",
})
@Directive('@key(fields: "id")')
export class Cpts extends Structure {}
