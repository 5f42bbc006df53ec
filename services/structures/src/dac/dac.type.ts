import { Directive, ObjectType } from "type-graphql";
import { Structure } from "../structure/structure.type.ts";

@ObjectType({
  implements: Structure,
  description:
    "Un dispositif d'appui à la coordination : il aide à organiser un parcours, ne prescrit pas et ne soigne pas.",
})
@Directive('@key(fields: "id")')
export class Dac extends Structure {}
