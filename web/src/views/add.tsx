import type { ViewProps } from "../app";

export function AddView({ address }: ViewProps) {
  return <h1>Add {address.path.slice(1).join("/")}</h1>;
}
