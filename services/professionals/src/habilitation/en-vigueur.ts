/** A period in civil days, both ends included; no start means since ever, no end that it lasts. */
interface Periode {
  readonly depuis: string | null;
  readonly jusquA: string | null;
}

/** Whether the period holds on that day (AAAA-MM-JJ). */
export const enVigueurLe = ({ depuis, jusquA }: Periode, le: string): boolean =>
  (depuis === null || depuis <= le) && (jusquA === null || le <= jusquA);
