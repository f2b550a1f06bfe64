export function AboutPage() {
  return <h1></h1>
}
