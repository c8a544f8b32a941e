import type { ViewProps } from "../app";

export function RecordView({ address }: ViewProps) {
  return <h1>Record {address.path.slice(1).join("/")}</h1>;
}
