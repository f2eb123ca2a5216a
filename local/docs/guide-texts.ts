// What the reference page says before the routes: how a program begins, in both languages. Code is the same in both.
import type { Text } from "../../src/domain/locale.ts";

export interface GuidePart {
  id: string;
  title: Text;
  /** Paragraphs; words between backticks are code. */
  says: readonly Text[];
  code?: string;
}

export const PAGE = {
  title: { "pt-BR": "API para programadores", en: "API for programmers" },
  lead: {
    "pt-BR":
      "Tudo o que as páginas fazem, um programa também faz por estas rotas. As rotas abaixo estão descritas em inglês.",
    en: "Everything that the pages do, a program can do over these routes.",
  },
  document: { "pt-BR": "Documento OpenAPI 3.1", en: "OpenAPI 3.1 document" },
  search: { "pt-BR": "Procurar uma rota", en: "Find a route" },
  searchHint: { "pt-BR": "Caminho, palavra ou código de erro.", en: "Path, word or error code." },
  found: { "pt-BR": "rotas", en: "routes" },
  none: { "pt-BR": "Nenhuma rota tem isto. Tente outra palavra.", en: "No route has this. Try another word." },
  contents: { "pt-BR": "Nesta página", en: "On this page" },
  routes: { "pt-BR": "Rotas", en: "Routes" },
  shapes: { "pt-BR": "Formas", en: "Shapes" },
  codes: { "pt-BR": "Códigos", en: "Codes" },
} satisfies Record<string, Text>;

export const GUIDE: readonly GuidePart[] = [
  {
    id: "key",
    title: { "pt-BR": "Como obter uma chave", en: "How to get a key" },
    says: [
      {
        "pt-BR":
          "Quem opera o serviço faz a chave em `/ops/keys`: dá a ela um nome, o que pode fazer e quantas chamadas por minuto. Ela aparece uma única vez e começa com `vez_live_`. Mande-a como `Authorization: Bearer …`. Com a chave, o programa é um cliente próprio: vê os casos que abriu, e nenhum outro.",
        en: "Whoever runs the service makes the key on `/ops/keys`: gives it a name, what it may do and how many calls a minute. It is shown once and begins with `vez_live_`. Send it as `Authorization: Bearer …`. With it your program is a client of its own: it sees the cases that it opened, and no others.",
      },
      {
        "pt-BR":
          "Sem chave também se começa: a primeira resposta traz `session_token`, que vale como chave daquele caso. Cada resposta a uma chave diz em `RateLimit` quantas chamadas restam.",
        en: "You can begin without one too: the first answer carries a `session_token`, which opens that client's cases. Every answer to a key says in `RateLimit` how many calls are left.",
      },
    ],
  },
  {
    id: "first-call",
    title: { "pt-BR": "A primeira chamada", en: "A first call" },
    says: [
      {
        "pt-BR":
          "Abra um caso com as primeiras palavras da pessoa; responda às perguntas até que `status` deixe de ser `interviewing`.",
        en: "Open a case with the person's first words; answer the questions until `status` is no longer `interviewing`.",
      },
    ],
    code: `curl -s https://vez.example/api/v2/triage \\
  -H 'authorization: Bearer vez_live_…' -H 'content-type: application/json' \\
  -H "idempotency-key: $(uuidgen)" \\
  -d '{"vertical":"legal","locale":"pt-BR","text":"Fui demitida ontem e o patrão não pagou nada."}'

curl -s https://vez.example/api/v2/triage/cas_…/messages \\
  -H 'authorization: Bearer vez_live_…' -H 'content-type: application/json' \\
  -d '{"text":"São Paulo, SP","client_message_id":"m-2"}'`,
  },
  {
    id: "errors",
    title: { "pt-BR": "Erros", en: "Errors" },
    says: [
      {
        "pt-BR":
          "Toda recusa é `application/problem+json` (RFC 9457). Decida por `code`, que não muda; mostre `detail`, que diz o que fazer; guarde `request_id` para perguntar. Com 429 e 503, espere `Retry-After`. O que é de outra pessoa responde 404, como o que não existe.",
        en: "Every refusal is `application/problem+json` (RFC 9457). Decide by `code`, which is stable; show `detail`, which says what to do next; keep `request_id` to ask about it. With 429 and 503 wait for `Retry-After`. Someone else's thing answers 404, like one that does not exist.",
      },
    ],
    code: `HTTP/1.1 409
content-type: application/problem+json; charset=utf-8

{"type":"about:blank#offer_taken","title":"Offer taken","status":409,"code":"offer_taken",
 "detail":"A colleague accepted a moment before you. …","request_id":"req_…"}`,
  },
  {
    id: "idempotency",
    title: { "pt-BR": "A mesma coisa uma vez só", en: "The same thing once" },
    says: [
      {
        "pt-BR":
          "Mande `Idempotency-Key` em todo POST que cria. A mesma chave recebe por 24 horas a primeira resposta; com outro corpo ela é recusada (`idempotency_key_reused`). Caiu a linha? Mande outra vez com a mesma chave.",
        en: "Send `Idempotency-Key` with every POST that creates. The same key gets the first answer again for 24 hours; with another body it is refused (`idempotency_key_reused`). Did the line break? Send it again under the same key.",
      },
    ],
  },
  {
    id: "lists",
    title: { "pt-BR": "Listas", en: "Lists" },
    says: [
      {
        "pt-BR": "Listas respondem `{items, next}`. Mande `next` de volta como `cursor`; `null` é o fim.",
        en: "Lists answer `{items, next}`. Send `next` back as `cursor`; `null` is the end.",
      },
    ],
    code: "curl -s 'https://vez.example/api/v2/me/messages?limit=20&cursor=…' -H 'authorization: Bearer …'",
  },
  {
    id: "streams",
    title: { "pt-BR": "Ao vivo", en: "Live events" },
    says: [
      {
        "pt-BR":
          "Os fluxos são `text/event-stream`. Cada evento tem um número em `id`, sem furos; com `Last-Event-ID` vem tudo o que veio depois dele. A linha cai de vez em quando: volte com o último número.",
        en: "Streams are `text/event-stream`. Each event has a number as `id`, without a hole; with `Last-Event-ID` you get everything after it. Lines do break: come back with the last number you have.",
      },
    ],
    code: "curl -N https://vez.example/api/v2/triage/stream/cas_… -H 'authorization: Bearer …' -H 'last-event-id: 12'",
  },
  {
    id: "webhooks",
    title: { "pt-BR": "Webhooks", en: "Webhooks" },
    says: [
      {
        "pt-BR":
          "Diga em `POST /api/v2/webhooks` o endereço e os eventos. A Vez assina cada envio com o segredo da resposta, no cabeçalho `webhook-signature` (Standard Webhooks: `v1,` e HMAC-SHA256 de `id.momento.corpo`). Confira a assinatura e o momento, responda 2xx logo e trabalhe depois. O que não chega é tentado de novo; o registro e o reenvio estão nas rotas abaixo.",
        en: "Name the address and the events with `POST /api/v2/webhooks`. Vez signs each delivery with the secret of that answer, in the header `webhook-signature` (Standard Webhooks: `v1,` and HMAC-SHA256 of `id.timestamp.body`). Check signature and moment, answer 2xx at once and work afterwards. What does not arrive is tried again; log and redelivery are among the routes below.",
      },
    ],
  },
  {
    id: "client",
    title: { "pt-BR": "Cliente tipado", en: "Typed client" },
    says: [
      {
        "pt-BR": "Para TypeScript há `vez/client` (pasta `src/client`): só `fetch`, com tipos feitos deste documento.",
        en: "For TypeScript there is `vez/client` (folder `src/client`): nothing but `fetch`, with types made of this document.",
      },
    ],
    code: `import { Vez } from "vez/client";

const vez = new Vez({ origin: "https://vez.example", token: "vez_live_…" });
const opened = await vez.post("/api/v2/triage", { body: { vertical: "legal", text: "…" } });
for await (const event of vez.stream("/api/v2/triage/stream/{case_id}", { path: { case_id: opened.case_id } })) {
  console.log(event.event);
}`,
  },
];
