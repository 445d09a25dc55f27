/// moto's S3, which checks signatures, on a port of its own with one bucket and one user; it fails on request.
///
/// It prints the port, a key and its secret; then, for each name in the bucket that it is told, the SHA-256 of what boto3 reads.
/// Names that begin with `busy` are answered 503 twice per verb; of names that begin with `torn` the first answer to GET breaks
/// off in the middle, and the first PUT is done but never answered; names that begin with `down` are always answered 503.
enum S3Server {
    /// Python that has everything the script needs.
    static let needs = "import boto3, moto.server, flask_cors"

    static let script = """
        import collections, hashlib, json, os, sys, threading
        os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "4"
        import boto3
        from moto.server import DomainDispatcherApplication, create_backend_app
        from werkzeug.serving import WSGIRequestHandler, make_server

        class Handler(WSGIRequestHandler):
            protocol_version = "HTTP/1.1"
            def log(self, *a): pass

        moto = DomainDispatcherApplication(create_backend_app)
        seen = collections.Counter()
        lock = threading.Lock()

        def app(environ, start):
            name, verb = environ["PATH_INFO"].split("/")[-1], environ["REQUEST_METHOD"]
            with lock:
                seen[verb, name] += 1
                count = seen[verb, name]
            if name.startswith("down") or name.startswith("busy") and count <= 2:
                environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
                body = b"<Error><Code>SlowDown</Code></Error>"
                start("503 Slow Down", [("Content-Length", str(len(body)))])
                return [body]
            if name.startswith("torn") and count == 1 and verb in ("GET", "PUT"):
                answer = list(moto(environ, start if verb == "GET" else lambda *a, **k: None))
                if verb == "GET": return halves(b"".join(answer))
                environ["werkzeug.socket"].shutdown(2)
                return []
            return moto(environ, start)

        def halves(whole):
            yield whole[:len(whole) // 2]
            raise ConnectionError

        server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        at = dict(endpoint_url="http://127.0.0.1:%d" % server.port, region_name="ap-southeast-3",
                  aws_access_key_id="x", aws_secret_access_key="y")
        iam = boto3.client("iam", **at)
        iam.create_user(UserName="vault")
        policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
        iam.put_user_policy(UserName="vault", PolicyName="all", PolicyDocument=json.dumps(policy))
        key = iam.create_access_key(UserName="vault")["AccessKey"]
        boto3.client("s3", **at).create_bucket(Bucket="lapak", CreateBucketConfiguration={"LocationConstraint": "ap-southeast-3"})
        at.update(aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"])
        print(server.port, key["AccessKeyId"], key["SecretAccessKey"], sep="\\n", flush=True)
        s3 = boto3.client("s3", **at)
        for line in sys.stdin:
            object = s3.get_object(Bucket="lapak", Key=line.strip())["Body"].read()
            print(hashlib.sha256(object).hexdigest(), flush=True)
        """
}
