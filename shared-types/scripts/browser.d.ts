interface Blob {
  readonly size: number;
  readonly type: string;
}
