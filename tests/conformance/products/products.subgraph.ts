import "reflect-metadata";
import { buildSubgraph, type SubgraphSchema } from "@coordination/server-kit";
import { Arg, Directive, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";

/*
 * The subgraph that Apollo's suite asks questions of: names, keys and data are those that its documentation dictates.
 */

const LIEN = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@composeDirective", "@external", "@inaccessible", "@interfaceObject", "@key", "@override", "@provides", "@requires", "@shareable", "@tag"])
  @link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])
  @composeDirective(name: "@custom")
directive @custom on OBJECT`;

@ObjectType()
class ProductVariation {
  @Field(() => ID) id!: string;
}

@ObjectType()
@Directive("@shareable")
class ProductDimension {
  @Field(() => String, { nullable: true }) size!: string | null;
  @Field(() => Float, { nullable: true }) weight!: number | null;
  @Field(() => String, { nullable: true }) @Directive("@inaccessible") unit!: string | null;
}

@ObjectType()
class CaseStudy {
  @Field(() => ID) caseNumber!: string;
  @Field(() => String, { nullable: true }) description!: string | null;
}

@ObjectType()
@Directive('@key(fields: "study { caseNumber }")')
class ProductResearch {
  @Field(() => CaseStudy) study!: CaseStudy;
  @Field(() => String, { nullable: true }) outcome!: string | null;
}

@ObjectType()
@Directive('@key(fields: "email")')
class User {
  @Field(() => ID) email!: string;
  @Field(() => String, { nullable: true }) @Directive('@override(from: "users")') name!: string | null;
  @Field(() => Int, { nullable: true }) @Directive("@external") totalProductsCreated!: number | null;
  @Field(() => Int) @Directive("@external") yearsOfEmployment!: number;
}

@ObjectType()
@Directive('@key(fields: "sku package")')
class DeprecatedProduct {
  @Field(() => String) sku!: string;
  @Field(() => String) package!: string;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => User, { nullable: true }) createdBy!: User | null;
}

@ObjectType()
@Directive("@custom")
@Directive('@key(fields: "id")')
@Directive('@key(fields: "sku package")')
@Directive('@key(fields: "sku variation { id }")')
class Product {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) sku!: string | null;
  @Field(() => String, { nullable: true }) package!: string | null;
  @Field(() => ProductVariation, { nullable: true }) variation!: ProductVariation | null;
  @Field(() => ProductDimension, { nullable: true }) dimensions!: ProductDimension | null;
  @Field(() => User, { nullable: true })
  @Directive('@provides(fields: "totalProductsCreated")')
  createdBy!: User | null;
  @Field(() => String, { nullable: true }) @Directive('@tag(name: "internal")') notes!: string | null;
  @Field(() => [ProductResearch]) research!: ProductResearch[];
}

@ObjectType()
@Directive("@interfaceObject")
@Directive('@key(fields: "id")')
class Inventory {
  @Field(() => ID) id!: string;
  @Field(() => [DeprecatedProduct]) deprecatedProducts!: DeprecatedProduct[];
}

const USER: User = {
  email: "support@apollographql.com",
  name: "Jane Smith",
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
};
const DEPRECATED: DeprecatedProduct = {
  sku: "apollo-federation-v1",
  package: "@apollo/federation-v1",
  reason: "Migrate to Federation V2",
  createdBy: USER,
};
const RESEARCH: readonly ProductResearch[] = [
  { study: { caseNumber: "1234", description: "Federation Study" }, outcome: null },
  { study: { caseNumber: "1235", description: "Studio Study" }, outcome: null },
];
const product = (identity: Pick<Product, "id" | "sku" | "package" | "variation">, rank: number): Product => ({
  ...identity,
  dimensions: { size: "small", weight: 1, unit: "kg" },
  createdBy: USER,
  notes: null,
  research: RESEARCH.slice(rank, rank + 1),
});
const PRODUCTS = [
  product({ id: "apollo-federation", sku: "federation", package: "@apollo/federation", variation: { id: "OSS" } }, 0),
  product({ id: "apollo-studio", sku: "studio", package: "", variation: { id: "platform" } }, 1),
];

@Resolver(() => User)
class ProductsResolver {
  @Query(() => Product, { nullable: true })
  product(@Arg("id", () => ID) id: string): Product | null {
    return PRODUCTS.find((known) => known.id === id) ?? null;
  }

  @Query(() => DeprecatedProduct, { nullable: true, deprecationReason: "Use product query instead" })
  deprecatedProduct(
    @Arg("sku", () => String) sku: string,
    @Arg("package", () => String) packageName: string,
  ): DeprecatedProduct | null {
    return trouver([DEPRECATED], { sku, package: packageName });
  }

  @FieldResolver(() => Int, { nullable: true })
  @Directive('@requires(fields: "totalProductsCreated yearsOfEmployment")')
  averageProductsCreatedPerYear(@Root() { totalProductsCreated, yearsOfEmployment }: User): number | null {
    return totalProductsCreated === null ? null : Math.round(totalProductsCreated / yearsOfEmployment);
  }
}

/** The one that has all that the reference says, as a fresh object; a reference says nothing but a key. */
function trouver<Entite extends object>(
  entites: readonly Entite[],
  reference: Readonly<Record<string, unknown>>,
): Entite | null {
  const { __typename, ...cle } = reference;
  const trouvee = entites.find((entite) => contient(entite, cle));
  return trouvee === undefined ? null : { ...trouvee };
}

const contient = (valeur: unknown, partie: unknown): boolean =>
  typeof partie !== "object" || partie === null
    ? valeur === partie
    : Object.entries(partie).every(([nom, part]) => contient((valeur as Record<string, unknown> | null)?.[nom], part));

/** Built as the four subgraphs of the house are. */
export const buildProducts = (): Promise<SubgraphSchema> =>
  buildSubgraph({
    name: "products",
    resolvers: [ProductsResolver],
    orphanedTypes: [Inventory],
    lien: LIEN,
    references: {
      Product: (reference) => trouver(PRODUCTS, reference),
      DeprecatedProduct: (reference) => trouver([DEPRECATED], reference),
      ProductResearch: (reference) => trouver(RESEARCH, reference),
      // It comes with what `averageProductsCreatedPerYear` requires, which the subgraph `users` said.
      User: (reference) => (reference.email === USER.email ? { ...USER, ...reference } : null),
      Inventory: ({ id }) => (id === "apollo-oss" ? { id, deprecatedProducts: [DEPRECATED] } : null),
    },
  });
