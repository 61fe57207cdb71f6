export interface Exchange {
  operationId: string;
  status: number;
  mediaType: string;
  body: unknown;
}

export function recording(): Exchange[];
export function typescript(exchanges: Exchange[]): string;
