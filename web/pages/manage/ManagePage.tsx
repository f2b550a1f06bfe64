export function ManagePage({ id }: { id: string }) {
  return <h1>{id}</h1>
}
