import { PbfWriter } from 'pbf'

/**
 * The smallest model that embeds: the mean of each channel of a [1, 3, 8, 8] picture. Written by hand in ONNX's own
 * protobuf (onnx.proto3: ModelProto 7 graph, 8 opset; GraphProto 1 node, 2 name, 11 input, 12 output).
 */
export function meanColourModel(channels = 3): Uint8Array {
  const model = new PbfWriter()
  model.writeVarintField(1, 8)
  model.writeMessage(8, writeOpset, 13)
  model.writeMessage(7, writeGraph, channels)
  return model.finish()
}

function writeOpset(version: number, opset: PbfWriter): void {
  opset.writeVarintField(2, version)
}

function writeGraph(channels: number, graph: PbfWriter): void {
  graph.writeMessage(1, writeNode, { input: 'picture', output: 'means', type: 'GlobalAveragePool' })
  graph.writeMessage(1, writeNode, { input: 'means', output: 'vector', type: 'Flatten' })
  graph.writeStringField(2, 'mean colour')
  graph.writeMessage(11, writeValue, { name: 'picture', shape: [1, channels, 8, 8] })
  graph.writeMessage(12, writeValue, { name: 'vector', shape: [1, channels] })
}

function writeNode(node: { input: string; output: string; type: string }, writer: PbfWriter): void {
  writer.writeStringField(1, node.input)
  writer.writeStringField(2, node.output)
  writer.writeStringField(4, node.type)
}

/** ValueInfoProto: name, and a tensor type of floats (1) with a shape. */
function writeValue(value: { name: string; shape: number[] }, writer: PbfWriter): void {
  writer.writeStringField(1, value.name)
  writer.writeMessage(2, writeType, value.shape)
}

function writeType(shape: number[], writer: PbfWriter): void {
  writer.writeMessage(1, writeTensorType, shape)
}

function writeTensorType(shape: number[], writer: PbfWriter): void {
  writer.writeVarintField(1, 1)
  writer.writeMessage(2, writeShape, shape)
}

function writeShape(shape: number[], writer: PbfWriter): void {
  for (const size of shape) writer.writeMessage(1, writeDimension, size)
}

function writeDimension(size: number, writer: PbfWriter): void {
  writer.writeVarintField(1, size)
}
