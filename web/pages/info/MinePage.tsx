export function MinePage() {
  return <h1></h1>
}
