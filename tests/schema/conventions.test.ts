import { type DocumentNode, type FieldDefinitionNode, Kind, print, type TypeNode } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { readDocuments } from "./repository.ts";
import { directiveOf, type ElementKind, elementsOf, fieldsOf, type SchemaElement } from "./schema-elements.ts";

const ACRONYM = /[A-Z]{2,}/;
/** « mettre à jour » is `MettreAJour`: two capitals that are no acronym. */
const withoutPreposition = (name: string): string => name.replace(/A(?=[A-Z])/g, "");
/** Words that only an English description holds: the schema speaks French. */
const ENGLISH = /\b(the|this|that|with|which|when|from|returns?|of|is|are|and)\b/i;
/** What GraphQL and its standard scalars write in capitals. */
const STANDARD_SCALARS: ReadonlySet<string> = new Set(["URL"]);
/** An argument that asks for so many elements: what makes a field a page. */
const PAGE_SIZES: readonly string[] = ["first", "premiers"];
/** The kinds of what a list of objects may hold. */
const OBJECTS: ReadonlySet<Kind> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
]);
/** The type that a list or a non-null holds. */
const named = (type: TypeNode): string => print(type).replace(/[[\]!]/g, "");
/** Named by GraphQL itself; their fields say what they are. */
const ROOT_TYPES: ReadonlySet<string> = new Set(["Query", "Mutation"]);

describe("The committed schema", () => {
  let documents: ReadonlyMap<string, DocumentNode>;
  let elements: readonly (SchemaElement & { file: string })[];
  let subgraphFields: readonly { coordinate: string; field: FieldDefinitionNode }[];

  const coordinates = (kinds: readonly ElementKind[], isFaulty: (element: SchemaElement) => boolean) =>
    elements
      .filter((element) => kinds.includes(element.kind) && isFaulty(element))
      .map(({ file, coordinate }) => `${file} ${coordinate}`);

  beforeAll(() => {
    documents = readDocuments();
    elements = [...documents].flatMap(([file, document]) =>
      elementsOf(document).map((element) => ({ ...element, file })),
    );
    subgraphFields = [...documents]
      .filter(([file]) => file.startsWith("schema/subgraphs/"))
      .flatMap(([file, document]) =>
        fieldsOf(document).map(({ type, field }) => ({ coordinate: `${file} ${type}.${field.name.value}`, field })),
      )
      .filter(({ field }) => directiveOf(field, "external") === undefined);
  });

  it("is the public one and one per subgraph", () => {
    expect([...documents.keys()]).toEqual([
      "schema/api.graphql",
      "schema/subgraphs/delegations.graphql",
      "schema/subgraphs/parcours.graphql",
      "schema/subgraphs/professionals.graphql",
      "schema/subgraphs/structures.graphql",
    ]);
  });

  const DESCRIBED: readonly ElementKind[] = ["TYPE", "FIELD", "ARGUMENT", "INPUT_FIELD"];

  it("describes to its readers every type, field, argument and input field", () => {
    const undescribed = coordinates(DESCRIBED, ({ name, description }) => description === "" && !ROOT_TYPES.has(name));
    expect(undescribed.filter((coordinate) => coordinate.startsWith("schema/api.graphql"))).toEqual([]);
  });

  // What a subgraph borrows may stay silent: composition wants the owner's words, or the same words everywhere.
  it("describes every element of a subgraph, in the one that owns it at least", () => {
    const described = new Set(
      elements.filter(({ description }) => description !== "").map(({ coordinate }) => coordinate),
    );
    const isFaulty = ({ name, coordinate }: SchemaElement): boolean =>
      !described.has(coordinate) && !ROOT_TYPES.has(name);
    expect(coordinates(DESCRIBED, isFaulty)).toEqual([]);
  });

  // An enum is described as a whole; its values need words only where some of them do not say themselves.
  it("describes all the values of an enum, or none", () => {
    const values = elements.filter(({ kind }) => kind === "ENUM_VALUE");
    const byEnum = Map.groupBy(values, ({ file, coordinate }) => `${file} ${coordinate.split(".")[0]}`);
    const halfDescribed = [...byEnum].filter(
      ([, members]) => new Set(members.map(({ description }) => description === "")).size > 1,
    );
    expect(halfDescribed.map(([name]) => name)).toEqual([]);
  });

  it("describes in French", () => {
    const all: readonly ElementKind[] = ["TYPE", "FIELD", "ARGUMENT", "INPUT_FIELD", "ENUM_VALUE"];
    const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, "");
    expect(coordinates(all, ({ description }) => ENGLISH.test(withoutCode(description)))).toEqual([]);
  });

  it("writes descriptions as sentences: a capital first, a mark at the end", () => {
    const all: readonly ElementKind[] = ["TYPE", "FIELD", "ARGUMENT", "INPUT_FIELD", "ENUM_VALUE"];
    const isSentence = /^[\p{Lu}\d`«].*[.!?…»]$/su;
    expect(coordinates(all, ({ description }) => description !== "" && !isSentence.test(description))).toEqual([]);
  });

  it("names types in PascalCase ASCII, acronyms as words; the preposition « à » is a capital", () => {
    expect(
      coordinates(
        ["TYPE"],
        ({ name }) =>
          !STANDARD_SCALARS.has(name) && (!/^[A-Z][A-Za-z0-9]*$/.test(name) || ACRONYM.test(withoutPreposition(name))),
      ),
    ).toEqual([]);
  });

  it("names fields and arguments in camelCase ASCII, acronyms as words; the preposition « à » is a capital", () => {
    expect(
      coordinates(
        ["FIELD", "ARGUMENT", "INPUT_FIELD"],
        ({ name }) => !/^[a-z][A-Za-z0-9]*$/.test(name) || ACRONYM.test(withoutPreposition(name)),
      ),
    ).toEqual([]);
  });

  it("names enum values in SCREAMING_SNAKE_CASE", () => {
    expect(coordinates(["ENUM_VALUE"], ({ name }) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(name))).toEqual([]);
  });

  it("bounds the cost of every paged field with @listSize on the argument that sizes it", () => {
    const unbounded = subgraphFields.filter(({ field }) => {
      const size = field.arguments?.find(({ name }) => PAGE_SIZES.includes(name.value))?.name.value;
      if (size === undefined) return false;
      const listSize = directiveOf(field, "listSize");
      return listSize === undefined || !print(listSize).includes(`slicingArguments: ["${size}"]`);
    });
    expect(unbounded.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it("bounds the cost of every list of objects: paged, assumed, or sized by the field that gives its holder", () => {
    const objects = new Set(
      [...documents.values()]
        .flatMap(({ definitions }) => definitions)
        .flatMap((node) => (OBJECTS.has(node.kind) && "name" in node ? [node.name?.value] : [])),
    );
    const sizedBy = (holder: string, list: string): boolean => {
      const givers = subgraphFields.filter(({ field }) => !isList(field.type) && named(field.type) === holder);
      return (
        givers.length > 0 &&
        givers.every(({ field }) => print(directiveOf(field, "listSize") ?? field).includes(`sizedFields: ["${list}"]`))
      );
    };
    const unbounded = subgraphFields.filter(
      ({ coordinate, field }) =>
        isList(field.type) &&
        objects.has(named(field.type)) &&
        directiveOf(field, "listSize") === undefined &&
        !sizedBy(/(\w+)\.\w+$/.exec(coordinate)?.[1] ?? "", field.name.value),
    );
    expect(unbounded.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it("names in @listSize the lists that an object holding a page sizes", () => {
    const unsized = subgraphFields.filter(({ field }) => {
      const listSize = directiveOf(field, "listSize");
      return listSize !== undefined && !isList(field.type) && !print(listSize).includes("sizedFields: [");
    });
    expect(unsized.map(({ coordinate }) => coordinate)).toEqual([]);
  });

  it("gives every connection its edges and its page information, and every edge its cursor and its node", () => {
    const shapes = [...documents].flatMap(([file, document]) => {
      const fields = Map.groupBy(fieldsOf(document), ({ type }) => type);
      return [...fields].flatMap(([type, members]) => {
        const printed = new Map(members.map(({ field }) => [field.name.value, print(field.type)]));
        if (type.endsWith("Connection")) {
          const edge = `[${type.replace(/Connection$/, "Edge")}!]!`;
          return printed.get("edges") === edge && printed.get("pageInfo") === "PageInfo!" ? [] : [`${file} ${type}`];
        }
        if (type.endsWith("Edge")) {
          return printed.get("cursor") === "String!" && printed.get("node")?.endsWith("!") ? [] : [`${file} ${type}`];
        }
        return [];
      });
    });
    expect(shapes).toEqual([]);
  });

  it("asks every mutation for an idempotency key", () => {
    const mutations = [...documents].flatMap(([file, document]) =>
      fieldsOf(document)
        .filter(({ type }) => type === "Mutation")
        .map(({ field }) => ({ coordinate: `${file} Mutation.${field.name.value}`, field })),
    );
    const repeatable = mutations.filter(
      ({ field }) =>
        !field.arguments?.some(({ name, type }) => name.value === "cleIdempotence" && print(type) === "ID!"),
    );
    expect(repeatable.map(({ coordinate }) => coordinate)).toEqual([]);
  });
});

const isList = (type: TypeNode): boolean =>
  type.kind === "ListType" || (type.kind === "NonNullType" && type.type.kind === "ListType");
