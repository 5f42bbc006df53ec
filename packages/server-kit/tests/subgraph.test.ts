import "reflect-metadata";
import { composeServices } from "@apollo/composition";
import { describe, expect, it } from "@jest/globals";
import { parse } from "graphql";
import {
  Arg,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { buildSubgraph } from "../src/subgraph.ts";

@InterfaceType({ description: "S", resolveType: (v: { t: string }) => v.t })
@Directive('@key(fields: "id")')
abstract class Structure {
  @Field(() => ID, { description: "id" }) id!: string;
}
@ObjectType({ implements: Structure, description: "Msp" })
@Directive('@key(fields: "id")')
class Msp extends Structure {
  @Field(() => Int, { description: "e" }) @Directive("@external") effectifs!: number;
}
@ObjectType({ implements: Structure, description: "Dac" })
@Directive('@key(fields: "id")')
class Dac extends Structure {}
@Resolver(() => Msp)
class R {
  @Query(() => Structure, { nullable: true, description: "q" })
  structure(@Arg("id", () => ID) id: string): unknown {
    return { id, t: "Msp" };
  }
  @FieldResolver(() => Int, { description: "x" })
  @Directive('@requires(fields: "effectifs")')
  double(@Root() m: Msp): number {
    return m.effectifs * 2;
  }
}
@Resolver(() => Structure)
class RI {
  @FieldResolver(() => Int, { description: "longueur" })
  longueur(@Root() m: Structure): number {
    return m.id.length;
  }
}
@ObjectType("Structure", { description: "S" })
@Directive('@key(fields: "id")')
@Directive("@interfaceObject")
class StructureObj {
  @Field(() => ID, { description: "id" }) id!: string;
}
@Resolver(() => StructureObj)
class R2 {
  @Query(() => Int, { description: "n" }) n(): number {
    return 1;
  }
  @FieldResolver(() => Int, { description: "e" }) effectifs(): number {
    return 21;
  }
}

describe("proto", () => {
  it("compose", async () => {
    const a = await buildSubgraph({
      name: "a",
      resolvers: [R, RI],
      orphanedTypes: [Msp, Dac],
      references: { Structure: (r) => ({ ...r, t: "Msp" }), Msp: (r) => ({ ...r }) },
    });
    const b = await buildSubgraph({
      name: "b",
      resolvers: [R2],
      orphanedTypes: [StructureObj],
      references: { Structure: (r) => ({ ...r }) },
    });
    process.stdout.write(a.sdl + b.sdl);
    const c = composeServices([a, b].map((s) => ({ name: s.name, typeDefs: parse(s.sdl), url: `http://${s.name}` })));
    process.stdout.write(
      JSON.stringify(c.errors?.map((e) => e.message)) + JSON.stringify(c.hints?.map((e) => e.message)),
    );
    expect(c.errors).toBeUndefined();
  });
});
