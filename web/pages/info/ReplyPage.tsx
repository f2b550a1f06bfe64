export function ReplyPage() {
  return <h1></h1>
}
