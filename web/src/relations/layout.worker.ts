// Computes places beside the page, which stays fluid meanwhile.

import { layout, type LayoutTask } from "./layout";

addEventListener("message", (event: MessageEvent<LayoutTask>) => {
  postMessage(layout(event.data));
});
