import { builtInKind, kindOfFormat, PLAIN } from "./number-format.ts";
import type { NumberKind } from "./number-format.ts";
import { WorkbookRefused } from "./workbook-refused.ts";
import { attributeOf, plainText, XmlScanner } from "./xml-scanner.ts";
import type { XmlListener } from "./xml-scanner.ts";

/** A sheet as the tabs at the bottom of a workbook name it. */
export interface SheetTab {
  readonly name: string;
  /** Whether the workbook does not show it. */
  readonly hidden: boolean;
  /** The relation under which its part is found. */
  readonly relation: string;
}

/** What a workbook says about itself. */
export interface WorkbookFacts {
  readonly tabs: readonly SheetTab[];
  readonly from1904: boolean;
}

const TRUE: ReadonlySet<string> = new Set(["1", "true", "on"]);

/** Reads `workbook.xml`. */
export function readWorkbookFacts(xml: string): WorkbookFacts {
  const tabs: SheetTab[] = [];
  let from1904 = false;
  scan(xml, (name, attributes) => {
    if (name === "workbookPr") from1904 = TRUE.has(attributeOf(attributes, "date1904") ?? "");
    if (name !== "sheet") return;
    const relation = /\s(?:\w+:)?id\s*=\s*["']([^"']*)["']/.exec(attributes.replace(/\ssheetId/g, " "))?.[1];
    if (relation === undefined) return;
    const hidden = (attributeOf(attributes, "state") ?? "visible") !== "visible";
    tabs.push({ name: attributeOf(attributes, "name") ?? "", hidden, relation: plainText(relation) });
  });
  return { tabs, from1904 };
}

/** A relation of a part: what it is, and where. */
export interface PartRelation {
  readonly type: string;
  /** The path of the part in the file. */
  readonly path: string;
}

/** Reads the relations of a part that lies in this folder (`xl/`), by id. Those to places outside of the file are left out. */
export function readRelations(xml: string, folder: string): Map<string, PartRelation> {
  const relations = new Map<string, PartRelation>();
  scan(xml, (name, attributes) => {
    if (name !== "Relationship" || attributeOf(attributes, "TargetMode") === "External") return;
    const id = attributeOf(attributes, "Id");
    const target = attributeOf(attributes, "Target");
    if (id === undefined || target === undefined) return;
    const type = (attributeOf(attributes, "Type") ?? "").replace(/^.*\//, "");
    relations.set(id, { type, path: pathOf(folder, target) });
  });
  return relations;
}

function pathOf(folder: string, target: string): string {
  const steps = (target.startsWith("/") ? target : `${folder}${target}`).replaceAll("\\", "/").split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** Reads `styles.xml`: what the numbers in cells of each style are. */
export function readStyleFormats(xml: string): NumberKind[] {
  const codes = new Map<number, NumberKind>();
  const formats: NumberKind[] = [];
  let isInCells = false;
  scan(
    xml,
    (name, attributes) => {
      if (name === "numFmt") {
        const id = Number(attributeOf(attributes, "numFmtId"));
        codes.set(id, kindOfFormat(attributeOf(attributes, "formatCode") ?? ""));
      } else if (name === "cellXfs") isInCells = true;
      else if (name === "xf" && isInCells) {
        const id = Number(attributeOf(attributes, "numFmtId") ?? 0);
        formats.push(codes.get(id) ?? builtInKind(id));
      }
    },
    (name) => {
      if (name === "cellXfs") isInCells = false;
    },
  );
  return formats.length === 0 ? [PLAIN] : formats;
}

function scan(xml: string, open: XmlListener["open"], close: XmlListener["close"] = () => {}): void {
  if (xml.includes("\0")) throw new WorkbookRefused("damaged", "an encoding of two bytes");
  new XmlScanner({ open, close, text: () => {} }).push(xml);
}
