import { expect, test } from "vitest";
import { addFile } from "../../../src/services/files/add-file.ts";
import { deleteFile } from "../../../src/services/files/delete-file.ts";
import { listFiles } from "../../../src/services/files/list-files.ts";
import { removeFile } from "../../../src/services/files/remove-file.ts";
import { openDatabase } from "../../support/database.ts";
import { MemoryFiles } from "../../support/memory-files.ts";
import { acceptedOffer, CLIENT, sceneOn } from "../contracts/scene.ts";

test("an upload that ends after the same file was deleted leaves no bytes that no row leads to", async () => {
  const database = await openDatabase();
  try {
    const scene = sceneOn(database.db);
    await acceptedOffer(database.db);
    const held = Promise.withResolvers<void>();
    let puts = 0;
    class SlowOnce extends MemoryFiles {
      override async put(key: string, bytes: Uint8Array): Promise<void> {
        if (puts++ === 0) await held.promise;
        await super.put(key, bytes);
      }
    }
    const store = new SlowOnce();
    scene.ctx.files = store;
    const file = { name: "carta.pdf", bytes: new TextEncoder().encode("%PDF-1.7\nx") };
    const slow = addFile(scene.ctx, CLIENT, "cas_1", file).then(
      () => "kept",
      (error) => error.code,
    );
    while (puts === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const quick = await addFile(scene.ctx, CLIENT, "cas_1", file);
    await deleteFile(scene.ctx, CLIENT, { caseId: "cas_1", fileId: quick.id });
    await removeFile(scene.ctx, { fileId: quick.id });
    held.resolve();
    expect(await slow).toBe("file_deleted");
    expect(await listFiles(scene.ctx, CLIENT, "cas_1")).toEqual([]);
    expect(store.kept.size).toBe(0);
  } finally {
    await database.close();
  }
});
