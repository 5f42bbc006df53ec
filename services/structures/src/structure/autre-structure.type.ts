import { Directive, ObjectType } from "type-graphql";
import { Structure } from "./structure.type.ts";

@ObjectType({
  implements: Structure,
  description:
    "Toute autre structure : hôpital, EHPAD, SSIAD, pharmacie, SAS, centre de soins non programmés, cabinet…",
})
@Directive('@key(fields: "id")')
export class AutreStructure extends Structure {}
