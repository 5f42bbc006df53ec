/** A row of a Markdown table and where it stands, so that a fault can be found. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of every table of a page whose first cell matches; heads and rules left out. */
export const tableRows = (page: string, firstCell: RegExp): readonly TableRow[] =>
  page
    .split("\n")
    .map((text, index) => ({ line: index + 1, cells: cellsOf(text) }))
    .filter(({ cells: [first] }) => first !== undefined && firstCell.test(first));

/** What stands between backticks. */
export const codeSpans = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, span]) => (span === undefined ? [] : [span]));

const cellsOf = (text: string): readonly string[] =>
  text.startsWith("|")
    ? text
        .slice(1, text.lastIndexOf("|"))
        .split("|")
        .map((cell) => cell.trim())
    : [];
