/** Where an act would take place: a commune, and the point to measure from (null when nobody knows the commune's). */
export interface Lieu {
  readonly codeInsee: string;
  readonly position: Point | null;
}

/** Degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
