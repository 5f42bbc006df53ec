/** A period in civil days, both ends included; no end means that it lasts. */
interface Periode {
  readonly depuis: string;
  readonly jusquA: string | null;
}

/** Whether the period holds on that day (AAAA-MM-JJ). */
export const enVigueurLe = ({ depuis, jusquA }: Periode, le: string): boolean =>
  depuis <= le && (jusquA === null || le <= jusquA);
