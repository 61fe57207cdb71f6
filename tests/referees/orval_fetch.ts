// What orval's clients call in place of fetch: it knows the server and the token.
export async function call<T>(path: string, options: RequestInit): Promise<T> {
  const headers = new Headers(options.headers);
  headers.set("Authorization", `Bearer ${process.env.PLATEMARK_TOKEN}`);
  const answer = await fetch(`${process.env.PLATEMARK_URL}${path.replace("/api/v1", "")}`, { ...options, headers });
  const isJson = /json/.test(answer.headers.get("Content-Type") ?? "");
  const data: unknown = isJson ? await answer.json() : await answer.blob();
  return { data, status: answer.status, headers: answer.headers } as T;
}
