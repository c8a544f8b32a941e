// Places of nodes, computed by a worker, or here where workers are refused.

import workerAddress from "./layout.worker?worker&url";
import type { Point } from "./geometry";
import type { LayoutTask } from "./layout";

interface Policy {
  createScriptURL(url: string): string;
}

/** What browsers with trusted types offer; TypeScript does not know it yet. */
declare const trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined;

/** The page requires trusted types; the only script that it starts by address is this one. */
const policy: Policy = typeof trustedTypes === "undefined"
  ? { createScriptURL: (url) => url }
  : trustedTypes.createPolicy("demarche-layout", { createScriptURL: () => workerAddress });

export async function arrange(task: LayoutTask, signal: AbortSignal): Promise<Map<string, Point>> {
  const places = await byWorker(task, signal).catch(async (error: unknown) => {
    if (signal.aborted) throw error;
    return (await import("./layout")).layout(task);
  });
  return new Map(Object.entries(places));
}

function byWorker(task: LayoutTask, signal: AbortSignal): Promise<Record<string, Point>> {
  return new Promise((done, failed) => {
    const worker = new Worker(policy.createScriptURL(workerAddress), { type: "module" });
    const end = () => worker.terminate();
    signal.addEventListener("abort", () => { end(); failed(new DOMException("no longer wanted", "AbortError")); });
    worker.onmessage = (event: MessageEvent<Record<string, Point>>) => { end(); done(event.data); };
    worker.onerror = () => { end(); failed(new Error("the worker failed")); };
    worker.postMessage(task);
  });
}
