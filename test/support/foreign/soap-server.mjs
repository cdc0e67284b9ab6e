// A SOAP service as the package soap makes it, with the items of data.json; it listens on PORT.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import soap from 'soap';

const item = JSON.parse(readFileSync('data.json', 'utf8'));
const element = (name, type) => `<xsd:element name="${name}" type="xsd:${type}"/>`;
const complex = (members) => `<xsd:complexType><xsd:sequence>${members}</xsd:sequence></xsd:complexType>`;
const members = Object.keys(item[0]).map((name) => element(name, 'string'));
const description = `<definitions name="Stock" targetNamespace="urn:stock" xmlns="http://schemas.xmlsoap.org/wsdl/"
    xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:tns="urn:stock" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <types><xsd:schema targetNamespace="urn:stock" elementFormDefault="qualified">
    <xsd:element name="ListItems">${complex(element('shop', 'string'))}</xsd:element>
    <xsd:element name="ListItemsResponse">${complex(`<xsd:element name="item" maxOccurs="unbounded">${complex(members.join(''))}</xsd:element>`)}</xsd:element>
  </xsd:schema></types>
  <message name="In"><part name="parameters" element="tns:ListItems"/></message>
  <message name="Out"><part name="parameters" element="tns:ListItemsResponse"/></message>
  <portType name="Port"><operation name="ListItems"><input message="tns:In"/><output message="tns:Out"/></operation></portType>
  <binding name="Binding" type="tns:Port">
    <soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="ListItems"><soap:operation soapAction="urn:stock#ListItems"/>
      <input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation>
  </binding>
  <service name="Stock"><port name="Port" binding="tns:Binding"><soap:address location="http://localhost/stock"/></port></service>
</definitions>`;

const ListItems = ({ shop }) => {
  if (shop === 'north') return { item };
  throw { Fault: { faultcode: 'soap:Client', faultstring: 'No such shop' } };
};
const server = createServer((_, response) => response.writeHead(404).end());
soap.listen(server, '/stock', { Stock: { Port: { ListItems } } }, description);
server.listen(Number(process.env.PORT), '127.0.0.1');
