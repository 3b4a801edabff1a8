/** The purpose under which files of imports are stored. */
export const IMPORT_FILE = "import";

/** The purpose under which whole workbooks are; each sheet that is opened is a file of imports. */
export const WORKBOOK_FILE = "import_workbook";
