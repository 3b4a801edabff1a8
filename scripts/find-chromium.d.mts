/** The program of the variable CHROME, else the first Chromium on the path, else undefined. */
export function findChromium(environment?: NodeJS.ProcessEnv): string | undefined;
