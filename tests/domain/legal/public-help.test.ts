// Who helps for free: one office for every state, with an official address.
import { describe, expect, test } from "vitest";
import { PUBLIC_HELP_AS_OF, publicHelp, stateHelp } from "../../../src/domain/legal/public-help.ts";
import { UFS } from "../../../src/domain/legal/ufs.ts";
import { render } from "../../../src/domain/notifications/templates.ts";

describe("public help", () => {
  test.each(UFS)("of %s begins with the state's own office", (uf) => {
    const [own, ...others] = publicHelp(uf);
    expect(own?.id).toBe(`defensoria_${uf.toLowerCase()}`);
    expect(own?.name["pt-BR"]).toMatch(/^Defensoria Pública d[oae]s? /);
    expect(own?.site).toMatch(new RegExp(`^https://[a-z.]*defensoria[a-z.]*\\.${uf.toLowerCase()}\\.(def|gov)\\.br$`));
    expect(others.map(({ id }) => id)).toEqual(["dpu", "oab"]);
  });

  test("of a state that is not known is all of them, each once", () => {
    const ids = publicHelp(null).map(({ id }) => id);
    expect(ids).toHaveLength(29);
    expect(new Set(ids).size).toBe(29);
    expect(stateHelp("XX")).toBeNull();
    expect(PUBLIC_HELP_AS_OF).toMatch(/^\d{4}-\d{2}$/);
  });

  test("is in the notice that nobody could take the case", () => {
    expect(render("case_unmatched", { case_id: "cas_1", uf: "BA" }, "pt-BR").text).toContain(
      "Defensoria Pública da Bahia: https://www.defensoria.ba.def.br",
    );
    expect(render("case_unmatched", { case_id: "cas_1", uf: "" }, "en").text).not.toContain("https://");
  });
});
