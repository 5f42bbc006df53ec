import {
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
} from "graphql";
import type { Entry } from "./own-property.ts";

/** What one answer is being shaped with. */
export interface Shaping {
  /** Where the value being completed stands. */
  readonly path: (string | number)[];
  /** What the data says that the schema does not allow. */
  readonly faults: GraphQLError[];
  /** As the client gave them. */
  readonly variables: Readonly<Entry>;
}

/** A null that must go up: it stands where the schema allows none. */
export const INVALID = Symbol("invalid");
/** A null that stands for a fault already noted. */
export const FAULTY = Symbol("faulty");

/** Gives a value that is never undefined the shape of its type; a symbol for a null that has a story. */
export type Complete = (value: unknown, shaping: Shaping) => unknown;

/** The completion of an object: `declared` is what the schema calls it, `place` how a fault names where it stands. */
type CompleteObject = (declared: string, place: string) => Complete;

/** The completion of a type; `inside` is how an object of it, at any depth of lists, is completed. */
export function completeAs(type: GraphQLOutputType, place: string, inside: CompleteObject): Complete {
  if (isNonNullType(type)) return nonNull(completeAs(type.ofType, place, inside), place);
  if (isListType(type)) return list(type.ofType, inside);
  if (isLeafType(type)) return leaf(type, place);
  const object = inside(type.name, place);
  return (value, shaping) => {
    if (value === null) return null;
    if (typeof value !== "object") throw new Error(`Not an object of type ${type.name}`);
    const completed = object(value, shaping);
    return completed === INVALID ? FAULTY : completed;
  };
}

const nonNull =
  (complete: Complete, place: string): Complete =>
  (value, shaping) => {
    const completed = complete(value, shaping);
    if (completed === null) note(shaping, `Cannot return null for non-nullable ${at(shaping, place)}.`);
    return completed === null || completed === FAULTY ? INVALID : completed;
  };

function list(itemType: GraphQLOutputType, inside: CompleteObject): Complete {
  const complete = completeAs(itemType, `array element of type ${unwrapped(itemType)}`, inside);
  return (value, shaping) => {
    if (value === null) return null;
    if (!Array.isArray(value)) throw new Error("Not a list");
    let stands = true;
    const completed = value.map((item: unknown, rank) => {
      shaping.path.push(rank);
      const element = complete(item ?? null, shaping);
      shaping.path.pop();
      if (element === INVALID) stands = false;
      return typeof element === "symbol" ? null : element;
    });
    return stands ? completed : FAULTY;
  };
}

function leaf(type: GraphQLLeafType, place: string): Complete {
  const isValid = validatorOf(type);
  return (value, shaping) => {
    if (value === null || isValid(value)) return value;
    note(shaping, `Invalid value found for ${at(shaping, place)}.`);
    return FAULTY;
  };
}

function validatorOf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) return (value) => typeof value === "string" && type.getValue(value) !== undefined;
  if (!isSpecifiedScalarType(type)) return () => true;
  if (type.name === "Boolean") return (value) => typeof value === "boolean";
  if (type.name === "Int") return isWhole;
  if (type.name === "Float") return (value) => typeof value === "number" && Number.isFinite(value);
  if (type.name === "ID") return (value) => typeof value === "string" || isWhole(value);
  return (value) => typeof value === "string";
}

const isWhole = (value: unknown): boolean => typeof value === "number" && /^-?(0|[1-9]\d*)$/.test(String(value));

/** Notes a fault of the data where it stands. */
export function note({ faults, path }: Shaping, message: string): void {
  faults.push(new GraphQLError(message, { path: [...path], extensions: { code: "INVALID_GRAPHQL" } }));
}

/** A place, with its rank when it is in a list. */
export function at({ path }: Shaping, place: string): string {
  const last = path.at(-1);
  return typeof last === "number" ? `${place} at index ${last}` : place;
}

const unwrapped = (type: GraphQLOutputType): string => String(isNonNullType(type) ? type.ofType : type);
