/** A stored file without its bytes. */
export interface StoredFile {
  readonly id: string;
  /** As the person named it; never used as a path. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** What it is kept for, for example `import`, `asset`, `export`. */
  readonly purpose: string;
  /** The person; undefined when the house made it. */
  readonly createdBy: string | undefined;
  readonly createdAt: Date;
}

export const CHUNK_BYTES = 1024 * 1024;
export const LARGEST_FILE_BYTES = 512 * CHUNK_BYTES;

/** Somebody sent more than is allowed. Nothing of it was kept. */
export class FileTooLarge extends Error {
  readonly limitBytes: number;
  constructor(limitBytes: number) {
    super(`the file is larger than ${limitBytes} bytes`);
    this.limitBytes = limitBytes;
  }
}

/** There is no complete file with this id (any more). */
export class FileNotFound extends Error {
  readonly fileId: string;
  constructor(fileId: string) {
    super(`there is no file ${fileId}`);
    this.fileId = fileId;
  }
}
