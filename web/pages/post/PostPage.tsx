export function PostPage({ side }: { side: string }) {
  return <h1>{side}</h1>
}
